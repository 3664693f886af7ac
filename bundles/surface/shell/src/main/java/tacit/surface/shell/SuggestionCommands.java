package tacit.surface.shell;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.reflect.Suggestion;
import tacit.api.reflect.SuggestionDesk;

/** Commands that show suggestions and answer them. */
@Component(
        service = SuggestionCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=suggestions"})
public final class SuggestionCommands {

    private static final String USAGE =
            "suggestions [show ID | act ID | edit ID TEXT | snooze ID TIME | dismiss ID [WHY]]";

    private final SuggestionDesk desk;

    @Activate
    public SuggestionCommands(@Reference SuggestionDesk desk) {
        this.desk = desk;
    }

    @Descriptor("lists suggestions, newest first, or answers one: show, act, edit TEXT, snooze PT2H, dismiss WHY")
    public void suggestions(
            CommandSession session,
            @Descriptor("rows to show") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("rows to skip") @Parameter(names = "--offset", absentValue = "0") long offset,
            @Descriptor("only open, snoozed, acted, dismissed, ignored, expired or displaced")
                    @Parameter(names = "--state", absentValue = "")
                    String state,
            @Descriptor("only this workspace") @Parameter(names = "--workspace", absentValue = "") String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("what to do with which one") String... words) {
        Printer printer = new Printer(session);
        if (words.length > 0) {
            printer.print(details(answered(words)), json);
            return;
        }
        printer.print(
                Rows.of(
                        desk.list(
                                Words.optional(workspace),
                                Words.optional(Suggestion.State.class, state),
                                Words.page(offset, limit)),
                        SuggestionCommands::row),
                json);
    }

    private Suggestion answered(String... words) {
        if (words.length < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        String id = words[1];
        List<String> rest = List.of(words).subList(2, words.length);
        String text = rest.isEmpty() ? null : String.join(" ", rest);
        Optional<Suggestion> answer =
                switch (words[0]) {
                    case "show" -> desk.find(id);
                    case "act" -> desk.act(id, null, Words.OPERATOR);
                    case "edit" -> desk.act(id, needed(text), Words.OPERATOR);
                    case "snooze" -> desk.snooze(id, time(needed(text)), Words.OPERATOR);
                    case "dismiss" -> desk.dismiss(id, text, Words.OPERATOR);
                    default -> throw new IllegalArgumentException(USAGE);
                };
        return answer.orElseThrow(() ->
                new IllegalArgumentException("Cannot " + words[0] + " suggestion '" + id + "': no such suggestion"));
    }

    private static String needed(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return text;
    }

    private static Duration time(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A time such as PT2H or P1D must be given, got '" + text + "'", e);
        }
    }

    private static Map<String, @Nullable Object> row(Suggestion suggestion) {
        return Rows.row(
                "id", suggestion.id(),
                "state", Words.lower(suggestion.state()),
                "score", String.format(Locale.ROOT, "%.2f", suggestion.score()),
                "title", suggestion.draft().title());
    }

    private static Map<String, @Nullable Object> details(Suggestion suggestion) {
        Map<String, @Nullable Object> details = row(suggestion);
        details.put("why now", suggestion.draft().whyNow());
        details.put("action", suggestion.draft().action());
        details.put("confidence", suggestion.draft().confidence());
        details.put("scored", suggestion.scored());
        details.put("evidence", suggestion.draft().evidence());
        details.put("profile", suggestion.draft().profileId());
        details.put("workspace", suggestion.draft().workspaceId());
        details.put("response", suggestion.response() == null ? null : Words.lower(suggestion.response()));
        details.put("snoozed until", suggestion.snoozedUntil());
        details.put("work", suggestion.executionId());
        details.put("ends", suggestion.expiresAt());
        return details;
    }
}
