package tacit.memory.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static tacit.memory.graph.Graphs.SCOPE;
import static tacit.memory.graph.Graphs.text;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.Evidence;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphFindings;
import tacit.api.memory.GraphFindings.FoundEntity;
import tacit.api.memory.GraphFindings.FoundRelation;
import tacit.api.memory.GraphView;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

final class ReadingTest {

    @RegisterExtension
    final OpenGraphs open = new OpenGraphs();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let's go and rest before the express train",
                "Go home, REST a bit, take the Express",
                "They react to rust with a flask of oil",
                "the rest of the code uses express checkout",
                "GO NOW",
                "Express your view in React fashion"
            })
    void kg08FindsNoTechnologyInOrdinaryWords(String words) {
        assertThat(read(words).entities()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we deploy with Docker on PostgreSQL | Docker PostgreSQL",
                "the postgres database runs in kubernetes | PostgreSQL Kubernetes",
                "a small tool written in Go | Go",
                "we call the REST API | REST",
                "using Express and Node.js | Express Node.js",
                "React components, tested | React",
                "migrated it to Rust | Rust"
            })
    void kg08FindsTechnologiesThatAreMeant(String words, String names) {
        assertThat(read(words).entities())
                .extracting(FoundEntity::name)
                .containsExactlyInAnyOrder(names.split(" ", -1));
    }

    @Test
    void findsFilesAndInterfacesWithTheirPlace() {
        String text = "I changed src/main/App.java and called GET /v1/orders/{id}.";

        GraphFindings findings = read(text);

        assertThat(findings.entities())
                .extracting(FoundEntity::type, FoundEntity::name)
                .containsExactly(tuple("file", "src/main/App.java"), tuple("api_endpoint", "GET /v1/orders/{id}"));
        Evidence place = findings.entities().get(0).evidence();
        assertThat(text.substring(place.begin(), place.end())).isEqualTo("src/main/App.java");
    }

    @Test
    void findsNoMoreThanAFewOfAKind() {
        String text = "src/a.ts src/b.ts src/c.ts src/d.ts src/e.ts src/f.ts GET /a POST /b PUT /c DELETE /d";

        assertThat(read(text).entities()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Checkout Service uses PostgreSQL. | Checkout Service | uses | PostgreSQL",
                "billing-api depends on the ledger-store. | billing-api | depends_on | ledger-store",
                "The Cart Module is part of Storefront. | Cart Module | part_of | Storefront",
                "Ada Lovelace works at Initech. | Ada Lovelace | works_at | Initech",
                "Done: `parser.core` now uses `lexer.core`. | parser.core | uses | lexer.core"
            })
    void findsWhatIsPlainlyStated(String text, String from, String type, String to) {
        assertThat(read(text).relations())
                .extracting(FoundRelation::from, FoundRelation::type, FoundRelation::to)
                .containsExactly(tuple(from, type, to));
        Evidence place = read(text).relations().get(0).evidence();
        assertThat(text.substring(place.begin(), place.end())).startsWith(text.contains("`") ? "`" : from);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does Checkout uses PostgreSQL?",
                "If Billing uses Redis we have a problem.",
                "Billing never uses Redis.",
                "Maybe Billing uses Redis.",
                "Bob said Billing uses Redis.",
                "The page says \"Billing uses Redis\".",
                "It uses Redis.",
                "We think Ada works at Initech.",
                "everybody uses something"
            })
    void findsNothingThatIsNotPlainlyStated(String text) {
        assertThat(read(text).relations()).isEmpty();
    }

    @EachDatabase
    void storesWhatItReadAndKeepsTheTypeThatAThingHas(Database database) {
        Graphs graphs = open.over(database);
        graphs.thing("project", "Storefront");

        GraphView stored = graphs.graph.extract(
                SCOPE, "task-1", Visibility.SHARED, List.of(text("The Cart Module is part of Storefront.")));

        assertThat(stored.entities())
                .extracting("type", "name")
                .containsExactly(tuple("concept", "Cart Module"), tuple("project", "Storefront"));
        GraphEdge edge = stored.edges().get(0);
        assertThat(edge.source().taskId()).isEqualTo("task-1");
        assertThat(edge.source().evidence()).containsExactly(new Evidence(Evidence.Kind.SPAN, "t1/s1", 4, 37));
        assertThat(edge.confidence()).isEqualTo(0.85);
    }

    @EachDatabase
    void readingTheSameTwiceConfirmsIt(Database database) {
        Graphs graphs = open.over(database);
        String words = "The Checkout Service uses PostgreSQL.";
        GraphView first = graphs.graph.extract(SCOPE, "task-1", Visibility.SHARED, List.of(text(words)));

        GraphView second = graphs.graph.extract(SCOPE, "task-2", Visibility.SHARED, List.of(text(words)));

        assertThat(second.edges())
                .extracting(GraphEdge::id)
                .containsExactly(first.edges().get(0).id());
        assertThat(graphs.graph.stats(SCOPE).entities()).isEqualTo(2);
    }

    @EachDatabase
    void aRelationThatIsReadElsewhereIsConfirmed(Database database) {
        Graphs graphs = open.over(database);
        String words = "The Checkout Service uses PostgreSQL.";
        SourceText elsewhere = new SourceText(words, Evidence.Kind.SPAN, "t2/s1", TrustLane.RESULT);
        GraphEdge first = graphs.graph
                .extract(SCOPE, "task-1", Visibility.SHARED, List.of(text(words)))
                .edges()
                .get(0);
        graphs.clock.pass(Duration.ofDays(40));

        GraphEdge again = graphs.graph
                .extract(SCOPE, "task-2", Visibility.SHARED, List.of(elsewhere))
                .edges()
                .get(0);

        assertThat(again.id()).isEqualTo(first.id());
        double forgotten = 0.85 * Math.pow(0.95, 10);
        assertThat(again.confidence()).isGreaterThan(forgotten + 0.01);
        assertThat(again.source().evidence()).extracting(Evidence::id).containsExactlyInAnyOrder("t1/s1", "t2/s1");
    }

    private static GraphFindings read(String text) {
        return Reading.of(List.of(text(text)));
    }
}
