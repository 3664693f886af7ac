package tacit.surface.shell;

import java.time.Clock;
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
import tacit.api.adapt.FeedbackDesk;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.GivenFeedback.Decision;
import tacit.api.adapt.GivenFeedback.Kind;
import tacit.api.adapt.KeptFeedback;
import tacit.api.store.Scope;

/** Commands that let an operator see what users thought of runs, and say what they think themselves. */
@Component(
        service = FeedbackCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=feedback"})
public final class FeedbackCommands {

    private static final String KNOWN = "list, TASK accept or TASK reject";

    private final FeedbackDesk desk;
    private final Clock clock;

    @Activate
    public FeedbackCommands(@Reference FeedbackDesk desk, @Reference Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Descriptor("lists what users thought of runs, or says it of one: TASK accept, TASK reject")
    public void feedback(
            CommandSession session,
            @Descriptor("such as too_verbose, or words") @Parameter(names = "--reason", absentValue = "") String reason,
            @Descriptor("further words") @Parameter(names = "--note", absentValue = "") String note,
            @Descriptor("whose judgement it is; nobody's unless told") @Parameter(names = "--user", absentValue = "")
                    String user,
            @Descriptor("of this run only") @Parameter(names = "--task", absentValue = "") String task,
            @Descriptor("how many to show, up to 1000") @Parameter(names = "--limit", absentValue = "50") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor(KNOWN) String... words) {
        Printer printer = new Printer(session);
        Scope scope = Words.scope(workspace);
        if (words.length == 0 || words[0].equals("list")) {
            printer.print(Rows.of(desk.list(scope, Words.optional(task), limit), FeedbackCommands::row), json);
            return;
        }
        Decision decision = decision(words);
        String id = "shell_" + clock.instant().toEpochMilli();
        GivenFeedback feedback = new GivenFeedback(
                id,
                Words.optional(user),
                words[0],
                null,
                decision,
                Words.optional(reason),
                Words.optional(note),
                Kind.TASK,
                null,
                clock.instant());
        printer.print(given(scope, feedback), json);
    }

    private static Decision decision(String... words) {
        if (words.length == 2 && words[1].equals("accept")) {
            return Decision.ACCEPTED;
        }
        if (words.length == 2 && words[1].equals("reject")) {
            return Decision.REJECTED;
        }
        throw new IllegalArgumentException("feedback knows " + KNOWN + ", got '" + String.join(" ", words) + "'");
    }

    private Map<String, @Nullable Object> given(Scope scope, GivenFeedback feedback) {
        try {
            KeptFeedback kept = desk.give(scope, Words.OPERATOR, feedback);
            Map<String, @Nullable Object> row = Rows.row("id", kept.feedback().id());
            kept.routed().forEach((part, route) -> row.put(part, told(route)));
            return row;
        } catch (FeedbackRefused refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    private static String told(FeedbackRoute route) {
        return route.state() == State.DONE ? route.words() : Words.lower(route.state()) + ": " + route.words();
    }

    private static Map<String, @Nullable Object> row(KeptFeedback kept) {
        GivenFeedback feedback = kept.feedback();
        List<String> parts = new ArrayList<>();
        kept.routed().forEach((part, route) -> {
            if (route.state() == State.DONE) {
                parts.add(part);
            }
        });
        return Rows.row(
                "id", feedback.id(),
                "at", feedback.at(),
                "trace", feedback.taskId(),
                "user", feedback.userId(),
                "decision", feedback.decision().word(),
                "about", Words.lower(feedback.kind()),
                "reason", feedback.reason(),
                "note", feedback.note(),
                "taught", String.join(", ", parts));
    }
}
