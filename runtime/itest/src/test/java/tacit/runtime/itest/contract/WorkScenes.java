package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.ALONE;
import static tacit.runtime.itest.contract.Scenes.EVIDENCE;
import static tacit.runtime.itest.contract.Scenes.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CoreMemoryDistiller;
import tacit.api.memory.EdgeDraft;
import tacit.api.memory.EntityChange;
import tacit.api.memory.EntityDraft;
import tacit.api.memory.Evidence;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphSource;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.Playbook;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookUse;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** What is known of work: the playbook, the graph, and what the distiller finds. */
final class WorkScenes {

    private WorkScenes() {}

    static void playbook(Playbook playbook, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        PlaybookEntry good = playbook.capture(scope, episode(Seed.GOOD, Outcome.SUCCESS, null));
        playbook.capture(scope, episode(Seed.FAILED, Outcome.FAILURE, "HTTP 429: too many requests"));
        playbook.reinforce(scope, new PlaybookUse(Seed.FAILED, List.of(good.id()), Outcome.SUCCESS, EVIDENCE));
        playbook.relevant(scope, ALONE, "Deploy the checkout service", 5);
        playbook.guidance(scope, ALONE, "Deploy the checkout service", 2);
        playbook.find(scope, good.id());
        playbook.list(scope, null, PageRequest.first(10));
    }

    private static PlaybookEpisode episode(String run, Outcome outcome, @Nullable String error) {
        return new PlaybookEpisode(
                run,
                "Deploy the checkout service",
                "Deploy the checkout service, please",
                List.of("build", "test", "deploy"),
                List.of(new PlaybookEpisode.ToolUse("deploy", new TreeMap<>(Map.of("service", "checkout")))),
                outcome,
                error,
                error == null ? null : "Wait a minute between tries",
                List.of(),
                new PlaybookEpisode.PlaybookSource(TrustLane.RESULT, Visibility.SHARED, EVIDENCE));
    }

    static void graph(KnowledgeGraph graph, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        GraphEntity checkout = graph.createEntity(scope, thing("service", "Checkout", "Takes orders"));
        // What was deleted comes back under no run that it came from, so it has another name each time
        long known = graph.stats(scope).entities();
        GraphEntity acme = graph.createEntity(scope, thing("organization", "Acme " + known, ""));
        GraphEntity ada = graph.createEntity(scope, thing("person", "Ada", ""));
        graph.createEdge(scope, relation(ada, "works_at", acme));
        GraphEdge uses = graph.createEdge(scope, relation(checkout, "owned_by_" + known, ada));
        graph.updateEntity(
                scope,
                checkout.id(),
                new EntityChange(null, "Takes and keeps orders", List.of("Basket"), new TreeMap<>(), null));
        graph.addObservation(scope, checkout.id(), "It went live in May", source());
        graph.confirm(scope, checkout.id(), EVIDENCE);
        graph.extract(scope, Seed.GOOD, Visibility.SHARED, List.of(text()));
        graph.search(scope, ALONE, "checkout", List.of(), 5);
        graph.neighbours(scope, ALONE, ada.id(), 2, List.of(), null);
        graph.subgraph(scope, ALONE, List.of(ada.id(), acme.id(), checkout.id()), null);
        graph.stats(scope);
        graph.invalidateEdge(scope, uses.id(), null);
        graph.deleteEdge(scope, uses.id());
        graph.deleteEntity(scope, acme.id());
    }

    private static EntityDraft thing(String type, String name, String description) {
        return new EntityDraft(type, name, List.of(), description, new TreeMap<>(), null, source());
    }

    private static EdgeDraft relation(GraphEntity from, String type, GraphEntity to) {
        Instant since = NOW.minusSeconds(100_000);
        return new EdgeDraft(from.id(), to.id(), type, new TreeMap<>(), null, since, null, source());
    }

    private static GraphSource source() {
        return new GraphSource(GraphSource.Origin.AGENT, Seed.GOOD, TrustLane.INFERENCE, Visibility.SHARED, EVIDENCE);
    }

    private static SourceText text() {
        return new SourceText(
                "The Checkout Service uses PostgreSQL and Docker.",
                Evidence.Kind.SPAN,
                Seed.GOOD + "/s1",
                TrustLane.FOREIGN);
    }

    static void distiller(CoreMemoryDistiller distiller, String workspace) {
        Scope scope = Scope.ofWorkspace(workspace);
        distiller.runHotPath(scope, Seed.GOOD, NOW);
        distiller.runHotPath(scope, Seed.FAILED, NOW);
        distiller.runOffline(scope, NOW);
        distiller.switches();
    }
}
