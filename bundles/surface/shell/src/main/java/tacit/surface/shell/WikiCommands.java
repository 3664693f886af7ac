package tacit.surface.shell;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AuditLog;
import tacit.api.memory.WikiHealth;
import tacit.api.memory.WikiSource;
import tacit.api.memory.WikiVault;
import tacit.api.store.Scope;

/** Commands that let an operator lay out a vault of notes, search it and see what is wrong with it. */
@Component(
        service = WikiCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=wiki"})
public final class WikiCommands {

    private static final int MOST = 20;

    private static final String KNOWN =
            "init, refresh, health, search WORDS, ingest TITLE LINE… or write PATH TITLE LINE…";

    private final WikiVault vault;
    private final WikiWriting writing;
    private final Clock clock;

    @Activate
    public WikiCommands(@Reference WikiVault vault, @Reference AuditLog audit, @Reference Clock clock) {
        this.vault = vault;
        this.writing = new WikiWriting(vault, audit);
        this.clock = clock;
    }

    @Descriptor("keeps a vault of notes in a workspace: init, refresh, health, search WORDS, ingest TITLE LINE…,"
            + " write PATH TITLE LINE…")
    public void wiki(
            CommandSession session,
            @Descriptor("the workspace that it is in")
                    @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("what a source is: article, paper, transcript, repo or dataset")
                    @Parameter(names = "--kind", absentValue = "article")
                    String kind,
            @Descriptor("where a source comes from, such as an address")
                    @Parameter(names = "--origin", absentValue = "")
                    String origin,
            @Descriptor("what a note is, such as concept") @Parameter(names = "--type", absentValue = "concept")
                    String type,
            @Descriptor("how far a note is: draft, active or archived")
                    @Parameter(names = "--status", absentValue = "draft")
                    String status,
            @Descriptor("words to find a note by, separated by commas") @Parameter(names = "--tags", absentValue = "")
                    String tags,
            @Descriptor("kept sources that a note rests on, separated by commas")
                    @Parameter(names = "--sources", absentValue = "")
                    String sources,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Instant now = clock.instant();
        String verb = words.length == 0 ? "health" : words[0];
        switch (verb) {
            case "init" -> {
                List<String> made = vault.init(workspace, now);
                printer.line(made.isEmpty() ? "The vault is there already" : "Made " + String.join(", ", made));
            }
            case "refresh" -> printer.line(vault.refresh(workspace, now) ? "The index is new" : "Nothing changed");
            case "health" -> health(printer, vault.health(workspace, now), json);
            case "search" -> {
                String query = String.join(" ", Arrays.asList(words).subList(1, words.length));
                printer.print(
                        Rows.of(
                                vault.search(workspace, query, MOST),
                                hit -> Rows.row(
                                        "score", hit.score(),
                                        "path", hit.path(),
                                        "title", hit.title(),
                                        "text", hit.snippet())),
                        json);
            }
            case "ingest" ->
                printer.line(
                        writing.ingest(workspace, Words.required(WikiSource.Kind.class, kind), origin, now, words));
            case "write" -> printer.line(writing.write(workspace, type, status, tags, sources, now, words));
            default -> throw new IllegalArgumentException("wiki knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private static void health(Printer printer, WikiHealth health, boolean json) {
        printer.print(
                Rows.of(
                        health.findings(),
                        finding -> Rows.row(
                                "problem",
                                finding.problem()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '),
                                "path",
                                finding.path(),
                                "detail",
                                finding.detail())),
                json);
        if (!json) {
            printer.line(health.pages() + " notes, " + health.sources() + " sources, " + health.links() + " links, "
                    + health.findings().size() + " findings");
            if (!health.bridges().isEmpty()) {
                printer.line("Most ways lead through " + String.join(", ", health.bridges()));
            }
            health.suggestions()
                    .forEach(missing -> printer.line("+ " + missing.from() + " might link to " + missing.to()
                            + ", both speak of " + String.join(", ", missing.words())));
            health.questions().forEach(question -> printer.line("? " + question));
        }
    }
}
