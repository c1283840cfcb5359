import CaseDomain

/// What an invented case is to be like, drawn before anything of it is written.
struct SamplePlan {
    enum Quality {
        /// Every paper is there, judged, and in order.
        case complete
        case missing, faulty
        /// The clerk has only begun.
        case unjudged
    }

    let matter: Matter
    let action: Action
    let business: SampleBusiness
    let quality: Quality
    /// Why the case doesn't belong here, if it doesn't.
    let detour: SampleDetour?

    /// Draws a plan in the proportions of a county's window.
    init(_ random: inout SplitMix64) {
        let licensed = random.pick(SampleBusiness.licensed)
        switch random.below(100) {
        case 0..<42: (matter, action, business) = (.foodOperationLicence, .new, licensed)
        case 42..<50: (matter, action, business) = (.foodOperationLicence, .change, licensed)
        case 50..<58: (matter, action, business) = (.foodOperationLicence, .renewal, licensed)
        case 58..<60: (matter, action, business) = (.foodOperationLicence, .reissue, licensed)
        case 60..<63: (matter, action, business) = (.foodOperationLicence, .cancel, licensed)
        case 63..<70: (matter, action, business) = (.prepackagedFiling, .new, .filing)
        case 70..<71: (matter, action, business) = (.prepackagedFiling, .update, .filing)
        case 71..<86: (matter, action, business) = (.smallCatering, SamplePlan.smallAction(&random), .smallCatering)
        case 86..<98: (matter, action, business) = (.smallWorkshop, SamplePlan.smallAction(&random), .workshop)
        default: (matter, action, business) = (.foodStall, .new, .stall)
        }
        switch random.below(100) {
        case 0..<45: quality = .complete
        case 45..<65: quality = .missing
        case 65..<87: quality = .faulty
        default: quality = .unjudged
        }
        detour = random.chance(5) ? SampleDetour(matter, action, &random) : nil
    }

    private static func smallAction(_ random: inout SplitMix64) -> Action {
        switch random.below(100) {
        case 0..<68: .new
        case 68..<78: .change
        case 78..<92: .renewal
        case 92..<95: .reissue
        default: .cancel
        }
    }
}
