import NoticeComposer
import TestSupport
import Testing
