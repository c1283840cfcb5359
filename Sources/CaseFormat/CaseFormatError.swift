package import CaseDomain

/// Why a record is no case, and where in it.
///
/// Only the first thing wrong is told. It never carries what a person wrote: names, numbers and addresses stay out, so
/// that it may go to any log.
package struct CaseFormatError: Error, Hashable, Sendable {
    /// `$.materials[3].fields.date`; `$` for the record as a whole.
    package let path: String
    package let problem: Problem
    /// The line of the record on which it stands, from 1.
    package let line: Int

    package init(path: String, problem: Problem, line: Int = 1) {
        self.path = path
        self.problem = problem
        self.line = line
    }

    package enum Problem: Hashable, Sendable {
        /// - byte: the place in its line, from 1.
        case notJSON(JSONFault, byte: Int)
        /// The record has more bytes than any case can have.
        case recordTooLong(limit: Int)
        /// Neither a case nor an older or newer form of one.
        case notACase
        /// A form of the case format that this program doesn't know.
        case otherFormat(String?)
        case missingKey(String)
        case unknownKey(nearest: String?)
        case repeatedKey
        case wrongType(expected: ValueType, found: ValueType)
        /// - written: nil where it doesn't look like an id.
        case unknownID(written: String?, nearest: String?)
        case notADate, notAMoment, notAValidity
        case notACounty
        case blank
        /// - limit: characters.
        case textTooLong(limit: Int)
        /// A count below 0 or above the limit.
        case countOutOfRange(limit: Int)
        /// An area that isn't above 0 or is above the limit, in square metres.
        case areaOutOfRange(limit: Int)
        /// A check that exists, but not for this material.
        case foreignCheck(Material)
        /// - first: the place of the earlier record, from 0.
        case repeatedMaterial(Material, first: Int)
    }

    package enum ValueType: String, Hashable, Sendable {
        case null, boolean, integer, number, string, array, object
    }
}
