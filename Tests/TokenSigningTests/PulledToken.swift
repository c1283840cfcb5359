import Foundation
import TestSupport
import Testing

/// A module that is the software token's own but for one thing: at a chosen call somebody pulls the token out.
struct PulledToken {
    /// When it is pulled: after the PIN was taken, while the key is looked for, or when the signature is asked for.
    enum Moment: String, CaseIterable, Sendable {
        case afterLogin = "C_Login"
        case atSearch = "C_FindObjectsInit"
        case atSigning = "C_SignInit"
        case withSignature = "C_Sign"
    }

    let module: String
    private let folder: TemporaryFolder

    init(_ token: SoftToken, at moment: Moment) throws {
        folder = try TemporaryFolder()
        module = "\(folder.path)/pulled.so"
        let source = "\(folder.path)/pulled.c"
        try Self.source(moment, token.tokens).write(toFile: source, atomically: true, encoding: .utf8)
        let (code, said) = try Tool.run([
            "cc", "-shared", "-fPIC", "-Wall", "-Werror", "-I/usr/include/p11-kit-1", "-o", module, source, "-ldl",
        ])
        try #require(code == 0, "\(said)")
    }

    private static func source(_ moment: Moment, _ tokens: String) -> String {
        let (parameters, arguments) =
            switch moment {
            case .afterLogin:
                ("CK_SESSION_HANDLE s, CK_USER_TYPE u, CK_UTF8CHAR *p, CK_ULONG n", "s, u, p, n")
            case .atSearch: ("CK_SESSION_HANDLE s, CK_ATTRIBUTE *t, CK_ULONG n", "s, t, n")
            case .atSigning: ("CK_SESSION_HANDLE s, CK_MECHANISM *m, CK_OBJECT_HANDLE k", "s, m, k")
            case .withSignature:
                ("CK_SESSION_HANDLE s, CK_BYTE *d, CK_ULONG n, CK_BYTE *o, CK_ULONG *l", "s, d, n, o, l")
            }
        let call = "real->\(moment.rawValue)(\(arguments))"
        let body =
            moment == .afterLogin
            ? "CK_RV code = \(call); pull(); return code;" : "pull(); return \(call);"
        return """
            #include <dlfcn.h>
            #include <p11-kit/pkcs11.h>
            #include <stdlib.h>
            static CK_FUNCTION_LIST *real, mine;
            static void pull(void) { if (system("rm -rf '\(tokens)'/*")) abort(); }
            static CK_RV pulled(\(parameters)) { \(body) }
            CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list) {
                void *handle = dlopen("\(SoftToken.module)", RTLD_NOW | RTLD_LOCAL);
                if (!handle) return CKR_GENERAL_ERROR;
                CK_RV (*ask)(CK_FUNCTION_LIST **) = (CK_RV (*)(CK_FUNCTION_LIST **))dlsym(handle, "C_GetFunctionList");
                CK_RV code = ask(&real);
                if (code != CKR_OK) return code;
                mine = *real;
                mine.\(moment.rawValue) = pulled;
                *list = &mine;
                return CKR_OK;
            }
            """
    }
}
