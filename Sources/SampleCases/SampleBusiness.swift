import CaseDomain

/// One kind of business that comes to a county's window, as its application describes it.
struct SampleBusiness: Sendable {
    let subject: Subject?
    let marks: TermSet<Mark>
    let items: TermSet<Item>
    let kinds: [ApplicantKind]
    /// What the name of such a business ends in.
    let endings: [String]
    /// Square metres.
    let area: ClosedRange<Int>

    /// The thirteen kinds of licensed business, in the order of the checklists' matrix.
    static let licensed: [SampleBusiness] = [
        SampleBusiness(
            .sales, [.bulkFood, .bulkCookedFood], endings: ["熟食店", "酱卤店", "干果店"], area: 15...90),
        SampleBusiness(.sales, [.bulkAndPrepackaged], endings: ["超市", "便利店", "副食店", "粮油店"], area: 30...900),
        SampleBusiness(
            .sales, [.bulkAndPrepackaged], [.wholesale], kinds: [.enterprise], endings: ["食品批发部", "粮油贸易有限公司"],
            area: 120...2000),
        SampleBusiness(
            .catering, [.selfMadeDrinks], [.automaticEquipment], kinds: [.enterprise],
            endings: ["自助咖啡有限公司", "智能零售有限公司"], area: 2...20),
        SampleBusiness(
            .catering, [.hotDishes, .coldDishes, .coldMeat],
            endings: ["饭店", "酒楼", "羊汤馆", "家常菜馆", "烧烤店", "火锅店"], area: 50...600),
        SampleBusiness(.catering, [.selfMadeDrinks], endings: ["奶茶店", "咖啡馆", "冷饮店"], area: 12...80),
        SampleBusiness(.catering, [.hotDishes, .coldPastry], endings: ["蛋糕店", "烘焙坊", "面包房"], area: 25...120),
        SampleBusiness(
            .catering, [.semiFinished, .hotDishes], [.centralKitchen], kinds: [.enterprise],
            endings: ["中央厨房有限公司", "餐饮管理有限公司"], area: 600...4000),
        SampleBusiness(
            .catering, [.hotDishes], [.groupMealDelivery], kinds: [.enterprise],
            endings: ["配餐有限公司", "团膳服务有限公司"], area: 300...2500),
        SampleBusiness(
            .canteen, [.hotDishes, .coldDishes], kinds: [.government, .institution, .enterprise],
            endings: ["机关食堂", "职工食堂", "敬老院食堂", "项目部食堂"], area: 60...500),
        SampleBusiness(
            .canteen, [.hotDishes], [.schoolCanteen], kinds: [.institution, .privateNonEnterprise],
            endings: ["实验小学", "第二中学", "中心幼儿园"], area: 80...900),
        SampleBusiness(
            .canteen, [.hotDishes, .selfMadeDrinks], [.contractedCanteen], kinds: [.enterprise],
            endings: ["餐饮服务有限公司", "后勤服务有限公司"], area: 80...700),
        SampleBusiness(
            .catering, [.chainCateringManagement], kinds: [.enterprise], endings: ["餐饮连锁管理有限公司"], area: 40...300),
    ]

    static let filing = SampleBusiness(
        .sales, [.prepackagedOnly], kinds: [.individual, .enterprise, .cooperative],
        endings: ["食品店", "商店", "烟酒店", "母婴用品店"], area: 15...200)
    static let workshop = SampleBusiness(
        nil, [], endings: ["煎饼坊", "豆制品坊", "糕点坊", "油坊", "面条加工坊", "酱菜坊"], area: 30...200)
    static let smallCatering = SampleBusiness(
        nil, [.hotDishes], endings: ["包子铺", "面馆", "早餐店", "米线店", "水饺店", "凉皮店"], area: 8...49)
    static let stall = SampleBusiness(
        nil, [.hotDishes], kinds: [.naturalPerson], endings: ["煎饼果子摊", "烤红薯摊", "炸串摊"], area: 3...8)

    private init(
        _ subject: Subject?, _ items: TermSet<Item>, _ marks: TermSet<Mark> = [],
        kinds: [ApplicantKind] = [.individual, .individual, .individual, .enterprise], endings: [String],
        area: ClosedRange<Int>
    ) {
        self.subject = subject
        self.marks = marks
        self.items = items
        self.kinds = kinds
        self.endings = endings
        self.area = area
    }
}
