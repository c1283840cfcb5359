import Glibc

/// What the file system says of a file.
package struct FileStatus: Hashable, Sendable {
    /// In bytes.
    package let size: Int64
    /// The nine bits of who may read, write and run it.
    package let permissions: UInt32

    /// - Parameter followsLinks: whether a link stands for what it leads to.
    /// - Returns: nil where there is nothing by that name, or it can't be looked at.
    package init?(path: String, followsLinks: Bool = true) {
        var status = stat()
        guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        self.init(status)
    }

    /// - Parameter descriptor: of an open file.
    package init?(descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        size = Int64(status.st_size)
        permissions = UInt32(status.st_mode) & 0o777
    }
}
