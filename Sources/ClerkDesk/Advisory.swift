import CaseDomain
package import CaseStore

// What went wrong, whether anything was saved, and what to do next. The code is for the telephone.

extension StoreError {
    package func advisory(_ language: Language) -> String {
        let phrase: Phrase =
            switch self {
            case .busy:
                Phrase(
                    "[S-01] 数据正被别的程序占用，刚才的操作没有保存，请再按一次",
                    "[S-01] The store is busy. Nothing was saved; press the key again.")
            case .conflict:
                Phrase(
                    "[S-02] 别的窗口先改了此案，刚才的操作没有保存，请核对后再做",
                    "[S-02] Somebody changed this case first. Nothing was saved; look and try again.")
            case .conflictIn(let number, _, _):
                Phrase(
                    "[S-12] 别的窗口先改了同一件事里的 \(number.text)，各件都没有保存，请核对后再做",
                    "[S-12] Somebody changed \(number.text) of this bundle first. Nothing was saved; look again.")
            case .alreadyNotified(let number):
                Phrase(
                    "[S-03] 这批材料已发过告知书 \(number.text)，不能再发，没有保存",
                    "[S-03] Notice \(number.text) is already out for these papers. Nothing was saved.")
            case .noSuchCase(let number):
                Phrase("[S-04] 没有编号为 \(number.text) 的办件", "[S-04] There is no case \(number.text).")
            case .numberTaken(let number):
                Phrase(
                    "[S-10] 文书编号 \(number.text) 已被占用，没有保存；请核对机关文件里的编号式样",
                    "[S-10] Document number \(number.text) is taken. Nothing was saved; check the number pattern.")
            case .messageTaken(let number):
                Phrase(
                    "[S-13] \(number.text) 的这条短信已经登记过，没有保存",
                    "[S-13] This message of \(number.text) was put out before. Nothing was saved.")
            case .erased(let number):
                Phrase(
                    "[S-11] \(number.text) 保存期已满，个人信息已删除，只留办理记录",
                    "[S-11] The papers of \(number.text) were erased at the end of their retention.")
            case .diskFull:
                Phrase(
                    "[S-05] 磁盘已满，刚才的操作没有保存；请腾出空间后再按一次",
                    "[S-05] The disk is full. Nothing was saved; make room and press the key again.")
            case .readOnly(let path):
                Phrase(
                    "[S-06] 不能写入 \(path)，没有保存；请检查权限",
                    "[S-06] Cannot write \(path). Nothing was saved; check its permissions.")
            case .corrupt(let detail):
                Phrase(
                    "[S-07] 数据文件损坏或不是本程序的文件（\(detail)）；请停止使用并找回备份",
                    "[S-07] The store is damaged or not ours (\(detail)). Stop and fetch the backup.")
            case .newerSchema(let found, let known):
                Phrase(
                    "[S-08] 数据由更新的程序版本写成（\(found) > \(known)），请升级本程序；数据未动",
                    "[S-08] A newer program wrote this store (\(found) > \(known)); upgrade. It was left alone.")
            case .unreachable(let detail):
                Phrase(
                    "[S-09] 打不开数据（\(detail)），没有保存",
                    "[S-09] The store cannot be reached (\(detail)). Nothing was saved.")
            case .forbidden(let refusal): refusal.told
            }
        return phrase.text(language)
    }
}
