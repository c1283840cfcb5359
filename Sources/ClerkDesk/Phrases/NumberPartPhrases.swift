package import CaseDomain

// What the parts of a number are called, and what they stand for.

extension NumberReading.Part.Name {
    package var phrase: Phrase {
        switch self {
        case .registrar: Phrase("登记管理部门", "registrar")
        case .category: Phrase("机构类别", "kind of organisation")
        case .authority: Phrase("登记机关区划（不是经营地址）", "region of the registrar (not the address)")
        case .organisation: Phrase("组织机构代码", "organisation code")
        case .organisationCheck: Phrase("组织机构代码校验位", "its check character")
        case .region: Phrase("行政区划（省市县）", "region")
        case .order: Phrase("顺序码", "order")
        case .check: Phrase("校验位", "check character")
        case .subject: Phrase("主体业态（首次发证时）", "subject (when first issued)")
        case .prefix: Phrase("字母", "letters")
        case .nationality: Phrase("国籍代码", "nationality")
        case .rest: Phrase("其余", "the rest")
        case .birthDate: Phrase("出生日期", "birth date")
        case .sex: Phrase("性别位（顺序码末位）", "sex (last of the order)")
        case .permanentResident: Phrase("证件类别", "kind of card")
        case .filingType: Phrase("业态类型", "kind of business")
        case .foodCategory: Phrase("食品类别", "kind of food")
        }
    }
}

extension NumberReading.Meaning {
    package var phrase: Phrase {
        switch self {
        case .registrar("1"): Phrase("机构编制", "staffing commission")
        case .registrar("5"): Phrase("民政", "civil affairs")
        case .registrar("9"): Phrase("市场监管（原工商）", "market regulation")
        case .registrar: Phrase("其他", "other")
        case .category("11"): Phrase("机关", "government body")
        case .category("12"): Phrase("事业单位", "public institution")
        case .category("51"): Phrase("社会团体", "social organisation")
        case .category("52"): Phrase("民办非企业单位", "private non-enterprise unit")
        case .category("53"): Phrase("基金会", "foundation")
        case .category("91"): Phrase("企业", "enterprise")
        case .category("92"): Phrase("个体工商户", "individual business")
        case .category("93"): Phrase("农民专业合作社", "farmers' cooperative")
        case .category: Phrase("其他", "other")
        case .province(let province): province.phrase
        case .residencePermit(.hongKong): Phrase("港澳台居民居住证·香港", "residence permit, Hong Kong")
        case .residencePermit(.macao): Phrase("港澳台居民居住证·澳门", "residence permit, Macao")
        case .residencePermit: Phrase("港澳台居民居住证·台湾", "residence permit, Taiwan")
        case .date(let date): Phrase("\(date.chinese)", "\(date)")
        case .male: Phrase("男", "male")
        case .female: Phrase("女", "female")
        case .subject(let subject): subject.phrase
        case .wholesale: Phrase("批发", "wholesale")
        case .retail: Phrase("零售", "retail")
        case .wholesaleAndRetail: Phrase("批零兼营", "wholesale and retail")
        case .permanentResident: Phrase("外国人永久居留身份证", "foreigner's permanent residence card")
        }
    }
}

extension Province {
    package var phrase: Phrase {
        switch self {
        case .beijing: Phrase("北京", "Beijing")
        case .tianjin: Phrase("天津", "Tianjin")
        case .hebei: Phrase("河北", "Hebei")
        case .shanxi: Phrase("山西", "Shanxi")
        case .innerMongolia: Phrase("内蒙古", "Inner Mongolia")
        case .liaoning: Phrase("辽宁", "Liaoning")
        case .jilin: Phrase("吉林", "Jilin")
        case .heilongjiang: Phrase("黑龙江", "Heilongjiang")
        case .shanghai: Phrase("上海", "Shanghai")
        case .jiangsu: Phrase("江苏", "Jiangsu")
        case .zhejiang: Phrase("浙江", "Zhejiang")
        case .anhui: Phrase("安徽", "Anhui")
        case .fujian: Phrase("福建", "Fujian")
        case .jiangxi: Phrase("江西", "Jiangxi")
        case .shandong: Phrase("山东", "Shandong")
        case .henan: Phrase("河南", "Henan")
        case .hubei: Phrase("湖北", "Hubei")
        case .hunan: Phrase("湖南", "Hunan")
        case .guangdong: Phrase("广东", "Guangdong")
        case .guangxi: Phrase("广西", "Guangxi")
        case .hainan: Phrase("海南", "Hainan")
        case .chongqing: Phrase("重庆", "Chongqing")
        case .sichuan: Phrase("四川", "Sichuan")
        case .guizhou: Phrase("贵州", "Guizhou")
        case .yunnan: Phrase("云南", "Yunnan")
        case .tibet: Phrase("西藏", "Tibet")
        case .shaanxi: Phrase("陕西", "Shaanxi")
        case .gansu: Phrase("甘肃", "Gansu")
        case .qinghai: Phrase("青海", "Qinghai")
        case .ningxia: Phrase("宁夏", "Ningxia")
        case .xinjiang: Phrase("新疆", "Xinjiang")
        case .taiwan, .taiwanResidents: Phrase("台湾", "Taiwan")
        case .hongKong: Phrase("香港", "Hong Kong")
        case .macao: Phrase("澳门", "Macao")
        }
    }
}
