package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.memory.GraphEdge;
import tacit.api.memory.GraphEntity;
import tacit.api.memory.GraphFindings;
import tacit.api.memory.GraphHit;
import tacit.api.memory.GraphNeighbour;
import tacit.api.memory.GraphObservation;
import tacit.api.memory.GraphStats;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.SourceText;
import tacit.api.memory.TrustLane;
import tacit.api.store.Scope;

/** Commands that let an operator look into the knowledge graph, confirm what is right, and try what it would read. */
@Component(
        service = GraphCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=graph"})
public final class GraphCommands {

    private static final String KNOWN = "stats, search WORDS, near ID, confirm ID or read TEXT";
    private static final String LAYER = "graph";

    private final KnowledgeGraph graph;
    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public GraphCommands(@Reference KnowledgeGraph graph, @Reference MemoryStore memories, @Reference AuditLog audit) {
        this.graph = graph;
        this.memories = memories;
        this.audit = audit;
    }

    @Descriptor("counts what is in the knowledge graph, or one of: search WORDS, near ID, confirm ID, read TEXT")
    public void graph(
            CommandSession session,
            @Descriptor("as this user may see it") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("relations that held then, such as 2026-03-01T09:00:00Z")
                    @Parameter(names = "--as-of", absentValue = "")
                    String asOf,
            @Descriptor("how many relations away, from 1 to 3") @Parameter(names = "--depth", absentValue = "1")
                    int depth,
            @Descriptor("things to show, up to 200") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        Audience alone = Audience.ofUser(scope.userId());
        String verb = words.length == 0 ? "stats" : words[0];
        switch (verb) {
            case "stats" -> printer.print(stats(graph.stats(scope)), json);
            case "search" -> {
                String text = Words.rest("graph search needs words", 1, words);
                printer.print(Rows.of(graph.search(scope, alone, text, List.of(), limit), GraphCommands::hit), json);
            }
            case "near" -> {
                String id = Words.only("graph near needs an id", words);
                List<GraphNeighbour> near =
                        graph.neighbours(scope, alone, id, depth, List.of(), Words.time("--as-of", asOf));
                printer.print(Rows.of(near.stream().limit(limit).toList(), GraphCommands::neighbour), json);
            }
            case "confirm" -> {
                String id = found(scope, Words.only("graph confirm needs an id", words));
                graph.confirm(scope, id, Entered.evidence(audit, "graph.confirm", id, scope));
                printer.line("Confirmed");
            }
            case "read" -> printer.print(read(Words.rest("graph read needs a text", 1, words)), json);
            default -> throw new IllegalArgumentException("graph knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private String found(Scope scope, String id) {
        return memories.find(scope, id)
                .filter(memory -> memory.layer().equals(LAYER))
                .map(MemoryRecord::id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find '" + id + "' in the graph of workspace '" + scope.workspaceId() + "'"));
    }

    private static Map<String, @Nullable Object> stats(GraphStats stats) {
        Map<String, @Nullable Object> row = Rows.row(
                "things", stats.entities(),
                "relations", stats.edges(),
                "observations", stats.observations());
        stats.types().forEach((type, count) -> row.put("of type " + type, count));
        return row;
    }

    private static Map<String, @Nullable Object> hit(GraphHit hit) {
        Map<String, @Nullable Object> row = entity(hit.entity());
        row.put("score", hit.score());
        row.put(
                "noticed",
                hit.observations().stream().map(GraphObservation::text).collect(Collectors.joining("; ")));
        return row;
    }

    private static Map<String, @Nullable Object> neighbour(GraphNeighbour near) {
        Map<String, @Nullable Object> row = entity(near.entity());
        row.put("away", near.depth());
        row.put("by", near.edges().stream().map(GraphCommands::words).collect(Collectors.joining("; ")));
        return row;
    }

    private static String words(GraphEdge edge) {
        return edge.type() + " since " + edge.validFrom()
                + (edge.validUntil() == null ? "" : " until " + edge.validUntil());
    }

    private static Map<String, @Nullable Object> entity(GraphEntity entity) {
        return Rows.row(
                "id", entity.id(),
                "type", entity.type(),
                "name", entity.name(),
                "also", String.join(", ", entity.aliases()),
                "confidence", entity.confidence(),
                "confirmed", entity.confirmedAt(),
                "description", entity.description());
    }

    /** What a result with these words would leave in the graph; nothing of it is stored. */
    private Rows read(String text) {
        GraphFindings found =
                graph.read(List.of(new SourceText(text, Evidence.Kind.STATEMENT, "tried", TrustLane.STATEMENT)));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        found.entities().forEach(thing -> rows.add(Rows.row("found", thing.type(), "what", thing.name())));
        found.relations()
                .forEach(said -> rows.add(
                        Rows.row("found", "relation", "what", said.from() + " " + said.type() + " " + said.to())));
        return new Rows(rows, 0, rows.size());
    }
}
