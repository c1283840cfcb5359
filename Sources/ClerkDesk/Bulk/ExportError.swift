import CaseDomain
import Reporting

/// Why a list couldn't be written to a file. Nothing of it was.
package enum ExportError: Error, Hashable, Sendable {
    /// This desk has no place for files.
    case noPlace
    /// What the system said, for a person to read.
    case notWritten(String)
}

extension DeskPorts {
    func exported(_ name: String, _ text: String) -> EffectResult {
        do throws(ExportError) {
            return .exported(try export(name, text))
        } catch {
            return .exportFailed(error)
        }
    }

    func exported(_ report: Report, _ format: ReportFormat, _ name: String, _ made: Moment) -> EffectResult {
        do throws(ExportError) {
            return .exported(try exportReport(report, format, name, made))
        } catch {
            return .exportFailed(error)
        }
    }
}

extension ExportError {
    func words(_ language: Language) -> String {
        switch self {
        case .noPlace: Phrases.Bulk.cantExport.text(language)
        case .notWritten(let reason): Phrases.Bulk.exportFailed.text(language, ["reason": reason])
        }
    }
}
