package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.experiment.Lineage;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Level;
import tacit.api.experiment.Lineage.Node;
import tacit.api.experiment.Lineage.Question;
import tacit.api.store.Scope;

/** Shows what led to a thing and what came of it. */
@Component(
        service = LineageCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=lineage"})
public final class LineageCommands {

    private final Lineage lineage;

    @Activate
    public LineageCommands(@Reference Lineage lineage) {
        this.lineage = lineage;
    }

    @Descriptor("shows what led to a trace, failure, family, case, experiment, generation or rule, and what came of it")
    public void lineage(
            CommandSession session,
            @Descriptor("which thing has the id, such as generation; whatever has it else")
                    @Parameter(names = "--kind", absentValue = "")
                    String kind,
            @Descriptor("things to show on a level") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("the level that --offset is about, such as failure")
                    @Parameter(names = "--level", absentValue = "")
                    String level,
            @Descriptor("links of it to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("only what this user may see") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("its id") String id) {
        Question question =
                new Question(id, Words.optional(Kind.class, kind), limit, Words.optional(Kind.class, level), offset);
        Lineage.View view = lineage.of(new Scope(workspace, Words.optional(user)), question)
                .orElseThrow(() -> new IllegalArgumentException("Nothing has the id '" + id + "' in workspace '"
                        + workspace + "': a trace, failure, family, case, experiment, generation or rule is needed"));
        Printer printer = new Printer(session);
        if (json) {
            printer.print(whole(view), true);
        } else {
            show(printer, view);
        }
    }

    private static void show(Printer printer, Lineage.View view) {
        List<Node> nodes = new ArrayList<>();
        view.levels().stream().filter(Level::before).forEach(level -> nodes.addAll(level.nodes()));
        nodes.add(view.start());
        view.levels().stream().filter(level -> !level.before()).forEach(level -> nodes.addAll(level.nodes()));
        printer.print(Rows.of(nodes, node -> row(node, node.equals(view.start()))), false);
        view.levels().stream()
                .filter(level ->
                        level.offset() > 0 || level.links() > level.nodes().size())
                .forEach(level -> printer.line(part(level)));
        view.levels().forEach(level -> level.missing().forEach(one -> printer.line("missing: " + one)));
    }

    private static String part(Level level) {
        return Words.lower(level.kind()) + ": " + level.nodes().size() + " shown, " + level.links()
                + " links lead there; more with --level " + Words.lower(level.kind()) + " --offset N";
    }

    private static Map<String, @Nullable Object> row(Node node, boolean start) {
        return Rows.row(
                "what", (start ? "> " : "  ") + Words.lower(node.kind()),
                "id", node.id(),
                "state", node.state(),
                "at", node.at(),
                "title", node.title());
    }

    private static Map<String, @Nullable Object> whole(Lineage.View view) {
        return Rows.row(
                "start",
                plain(view.start()),
                "levels",
                view.levels().stream().map(LineageCommands::plain).toList());
    }

    private static Map<String, @Nullable Object> plain(Level level) {
        return Rows.row(
                "kind", Words.lower(level.kind()),
                "before", level.before(),
                "nodes", level.nodes().stream().map(LineageCommands::plain).toList(),
                "offset", level.offset(),
                "links", level.links(),
                "missing", level.missing());
    }

    private static Map<String, @Nullable Object> plain(Node node) {
        return Rows.row(
                "kind", Words.lower(node.kind()),
                "id", node.id(),
                "title", node.title(),
                "state", node.state(),
                "at", node.at() == null ? null : node.at().toString());
    }
}
