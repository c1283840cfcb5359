import CaseDomain
import ChecklistFiles
import Foundation
import NoticeComposer

/// Looks over the papers of an office: its templates, and the office files beside them.
struct PaperLint {
    /// What an office says nothing about is as the built-in one has it.
    let sample: Office

    init(installed: DataFolder) throws {
        sample = try Installation.loading { () throws(DataLoadFailure) in
            try ChecklistLibrary(folder: installed).sampleOffice()
        }
    }

    /// The templates of a folder that every office falls back on: one for each paper that the sample office makes out.
    func installed(_ folder: DataFolder) -> [ChecklistDiagnostic] {
        let kinds = PaperTemplate.Kind.all.filter { kind in
            if case .paper(let paper) = kind { sample.papers.rules[paper] != nil } else { true }
        }
        return kinds.flatMap { faults("\(folder.papers)/\($0.fileName)", $0, sample) } + strangers(in: folder.papers)
    }

    /// Whatever an office has of its own in a folder and in a folder `Papers` there.
    func office(_ folder: String) -> [ChecklistDiagnostic] {
        var diagnostics: [ChecklistDiagnostic] = []
        var office = sample
        for path in PaperLint.officeFiles(in: folder) {
            do throws(DataLoadFailure) {
                office = try OfficeFile.read(path, or: sample.papers)
            } catch {
                diagnostics += error.diagnostics
            }
        }
        for place in [folder, "\(folder)/Papers"] {
            for kind in PaperTemplate.Kind.all {
                let path = "\(place)/\(kind.fileName)"
                if FileManager.default.fileExists(atPath: path) { diagnostics += faults(path, kind, office) }
            }
        }
        return diagnostics + strangers(in: "\(folder)/Papers")
    }

    /// The office files of a folder, told by their first line.
    static func officeFiles(in folder: String) -> [String] {
        names(in: folder).filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }.filter { path in
            let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            return text.split(separator: "\n").first { !$0.hasPrefix("#") }?.hasPrefix("format: yicigao.office/")
                == true
        }
    }

    private func faults(_ path: String, _ kind: PaperTemplate.Kind, _ office: Office) -> [ChecklistDiagnostic] {
        do throws(PaperTemplateFault) {
            _ = try PaperTemplateFile.read(path, as: kind, at: office)
            return []
        } catch {
            return error.lines.map { line in
                ChecklistDiagnostic(
                    file: path, line: line.line, column: line.line > 0 ? 1 : 0, code: .paperTemplate,
                    message: line.message)
            }
        }
    }

    /// Texts that no paper is made from: a misspelt name would leave the built-in template in force without a word.
    private func strangers(in folder: String) -> [ChecklistDiagnostic] {
        let known = PaperTemplate.Kind.all.map(\.fileName)
        return PaperLint.names(in: folder).filter { $0.hasSuffix(".txt") && !known.contains($0) }.map { name in
            ChecklistDiagnostic(
                file: "\(folder)/\(name)", code: .paperTemplate, message: "没有叫这个名字的文书",
                hint: known.joined(separator: " "))
        }
    }

    private static func names(in folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)
        var found: [String] = []
        while let name = names?.nextObject() as? String {
            names?.skipDescendants()
            found.append(name)
        }
        return found.sorted()
    }
}
