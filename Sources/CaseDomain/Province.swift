/// The first two digits of a division code.
///
/// Legal source: GB/T 2260.
package enum Province: String, CaseIterable, Sendable {
    case beijing = "11"
    case tianjin = "12"
    case hebei = "13"
    case shanxi = "14"
    case innerMongolia = "15"
    case liaoning = "21"
    case jilin = "22"
    case heilongjiang = "23"
    case shanghai = "31"
    case jiangsu = "32"
    case zhejiang = "33"
    case anhui = "34"
    case fujian = "35"
    case jiangxi = "36"
    case shandong = "37"
    case henan = "41"
    case hubei = "42"
    case hunan = "43"
    case guangdong = "44"
    case guangxi = "45"
    case hainan = "46"
    case chongqing = "50"
    case sichuan = "51"
    case guizhou = "52"
    case yunnan = "53"
    case tibet = "54"
    case shaanxi = "61"
    case gansu = "62"
    case qinghai = "63"
    case ningxia = "64"
    case xinjiang = "65"
    case taiwan = "71"
    case hongKong = "81"
    case macao = "82"
    /// Taiwan in the residence permits of its residents, not in GB/T 2260 itself.
    case taiwanResidents = "83"

    package init?(code: some StringProtocol) { self.init(rawValue: String(code)) }
}
