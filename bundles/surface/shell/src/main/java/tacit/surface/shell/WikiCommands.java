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
import tacit.api.memory.WikiHealth;
import tacit.api.memory.WikiVault;
import tacit.api.store.Scope;

/** Commands that let an operator lay out a vault of notes, search it and see what is wrong with it. */
@Component(
        service = WikiCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=wiki"})
public final class WikiCommands {

    private static final int MOST = 20;

    private final WikiVault vault;
    private final Clock clock;

    @Activate
    public WikiCommands(@Reference WikiVault vault, @Reference Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    @Descriptor("keeps a vault of notes in a workspace: init, refresh, health or search WORDS")
    public void wiki(
            CommandSession session,
            @Descriptor("the workspace that it is in")
                    @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("init, refresh, health or search WORDS") String... words) {
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
                                hit -> Rows.row("score", hit.score(), "path", hit.path(), "text", hit.snippet())),
                        json);
            }
            default ->
                throw new IllegalArgumentException("wiki knows init, refresh, health and search, got '" + verb + "'");
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
            health.questions().forEach(question -> printer.line("? " + question));
        }
    }
}
