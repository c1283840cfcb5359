package import CaseDomain

/// What a clerk and an applicant call the terms that wordings list.
package struct TermNames: Hashable, Sendable {
    package struct Name: Hashable, Sendable {
        package let chinese: String
        package let english: String

        package init(chinese: String, english: String) {
            self.chinese = chinese
            self.english = english
        }
    }

    private let items: [Item: Name]
    private let products: [Product: Name]
    private let topics: [PolicyTopic: Name]

    package init(
        items: [Item: Name] = [:], products: [Product: Name] = [:], topics: [PolicyTopic: Name] = [:]
    ) {
        self.items = items
        self.products = products
        self.topics = topics
    }

    /// A term without a name is called by its id.
    package subscript(item: Item) -> Name { items[item] ?? Name(chinese: item.id, english: item.id) }
    package subscript(product: Product) -> Name {
        products[product] ?? Name(chinese: product.id, english: product.id)
    }
    package subscript(topic: PolicyTopic) -> Name { topics[topic] ?? Name(chinese: topic.id, english: topic.id) }
}
