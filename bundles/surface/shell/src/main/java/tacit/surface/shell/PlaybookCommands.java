package tacit.surface.shell;

import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.Audience;
import tacit.api.memory.Playbook;
import tacit.api.memory.PlaybookEntry;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookMatch;
import tacit.api.store.Scope;

/** Commands that let an operator see what was tried before, what came of it, and what of that is about a task. */
@Component(
        service = PlaybookCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=playbook"})
public final class PlaybookCommands {

    private static final String KNOWN = "list, show ID or match TASK";
    private static final int MOST_MATCHES = 50;

    private final Playbook playbook;

    @Activate
    public PlaybookCommands(@Reference Playbook playbook) {
        this.playbook = playbook;
    }

    @Descriptor("lists what was tried before, the newest first, or one of: show ID, match TASK")
    public void playbook(
            CommandSession session,
            @Descriptor("success or failure only") @Parameter(names = "--outcome", absentValue = "") String outcome,
            @Descriptor("of this user, and of no user, only") @Parameter(names = "--user", absentValue = "")
                    String user,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        String verb = words.length == 0 ? "list" : words[0];
        switch (verb) {
            case "list" -> {
                Outcome wanted = Words.optional(Outcome.class, outcome);
                printer.print(
                        Rows.of(playbook.list(scope, wanted, Words.page(offset, limit)), PlaybookCommands::row), json);
            }
            case "show" -> printer.print(shown(scope, Words.rest("playbook show needs an id", 1, words)), json);
            case "match" -> {
                String task = Words.rest("playbook match needs a task", 1, words);
                Audience alone = Audience.ofUser(scope.userId());
                printer.print(
                        Rows.of(
                                playbook.relevant(scope, alone, task, Math.min(limit, MOST_MATCHES)),
                                PlaybookCommands::match),
                        json);
            }
            default -> throw new IllegalArgumentException("playbook knows " + KNOWN + ", got '" + verb + "'");
        }
    }

    private Map<String, @Nullable Object> shown(Scope scope, String id) {
        PlaybookEntry entry = playbook.find(scope, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find entry '" + id + "' in workspace '" + scope.workspaceId() + "'"));
        PlaybookEpisode episode = entry.episode();
        Map<String, @Nullable Object> shown = row(entry);
        shown.put("run", episode.taskId());
        shown.put("request", episode.request());
        shown.put("steps", String.join("; ", episode.steps()));
        shown.put(
                "tools",
                String.join(
                        ", ",
                        episode.tools().stream()
                                .map(PlaybookEpisode.ToolUse::name)
                                .toList()));
        shown.put("destinations", String.join(", ", episode.destinations()));
        shown.put("error", episode.error());
        shown.put("lesson", episode.lesson());
        shown.put("pattern", entry.pattern());
        shown.put("changed", entry.updatedAt());
        return shown;
    }

    private static Map<String, @Nullable Object> match(PlaybookMatch match) {
        Map<String, @Nullable Object> row =
                Rows.row("score", match.score(), "relevance", match.relevance(), "decay", match.decay());
        row.putAll(row(match.entry()));
        return row;
    }

    private static Map<String, @Nullable Object> row(PlaybookEntry entry) {
        return Rows.row(
                "id", entry.id(),
                "outcome", entry.episode().outcome(),
                "about", entry.episode().error() == null ? null : entry.category(),
                "successes", entry.record().successes(),
                "failures", entry.record().failures(),
                "to expect", entry.record().mean(),
                "since", entry.storedAt(),
                "goal", entry.episode().goal());
    }
}
