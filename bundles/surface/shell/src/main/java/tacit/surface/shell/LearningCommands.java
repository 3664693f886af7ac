package tacit.surface.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.LearningFeed;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.TaskLearning;
import tacit.api.store.Scope;

/** Commands that show what was really learnt from runs. */
@Component(
        service = LearningCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=learning"})
public final class LearningCommands {

    private static final int AT_ONCE = 100;
    private static final int QUIET_SECONDS = 60;

    private final LearningFeed feed;
    private volatile boolean stopping;

    /** Who waits for reports is woken by what is in one of them. */
    private final Set<BlockingQueue<Boolean>> bells = ConcurrentHashMap.newKeySet();

    @Activate
    public LearningCommands(@Reference LearningFeed feed) {
        this.feed = feed;
    }

    @Descriptor("shows what was learnt from the last runs, or from one: TASK; with --follow, also from those to come")
    public void learning(
            CommandSession session,
            @Descriptor("goes on with each new report, until it is interrupted")
                    @Parameter(names = "--follow", presentValue = "true", absentValue = "false")
                    boolean follow,
            @Descriptor("reports to show, up to 500") @Parameter(names = "--limit", absentValue = "20") int limit,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json,
            @Descriptor("the run; all unless told") String... words) {
        Printer printer = new Printer(session);
        Scope scope = Words.scope(workspace);
        if (words.length > 1) {
            throw new IllegalArgumentException("learning knows one run, got '" + String.join(" ", words) + "'");
        }
        if (words.length == 1) {
            feed.of(scope, words[0])
                    .forEach(report -> printer.print(Rows.of(report.steps(), LearningCommands::step), json));
        } else {
            printer.print(Rows.of(feed.latest(scope, limit), LearningCommands::row), json);
        }
        if (follow) {
            follow(session.getConsole(), printer, scope, words.length == 0 ? null : words[0]);
        }
    }

    private void follow(PrintStream console, Printer printer, Scope scope, @Nullable String task) {
        long last = feed.latest(scope, 1).stream()
                .mapToLong(TaskLearning::sequence)
                .findFirst()
                .orElse(-1);
        BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
        bells.add(bell);
        LearningFeed.Following following = feed.follow(scope, report -> bell.offer(true));
        try {
            while (!stopping && !console.checkError()) {
                List<TaskLearning> news = feed.after(scope, last, AT_ONCE);
                for (TaskLearning report : news) {
                    last = report.sequence();
                    if (task == null || task.equals(report.taskId())) {
                        printer.line(line(report));
                    }
                }
                // What cannot be written any more shows that nobody reads along any longer
                if (news.isEmpty() && bell.poll(QUIET_SECONDS, TimeUnit.SECONDS) == null) {
                    printer.line("nothing new");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            following.close();
            bells.remove(bell);
        }
    }

    @Deactivate
    void stop() {
        stopping = true;
        bells.forEach(bell -> bell.offer(true));
    }

    private static String line(TaskLearning report) {
        String next = report.nextAction() == null ? "" : "; next: " + report.nextAction();
        return report.completedAt() + "  " + report.taskId() + "  " + Words.lower(report.outcome()) + "  "
                + report.taskTitle() + next;
    }

    private static Map<String, @Nullable Object> row(TaskLearning report) {
        LearningStep last = report.steps().get(report.steps().size() - 1);
        return Rows.row(
                "trace", report.taskId(),
                "at", report.completedAt(),
                "outcome", Words.lower(report.outcome()),
                "title", report.taskTitle(),
                "last stage", last.stage().word(),
                "what", last.summary(),
                "next", report.nextAction());
    }

    private static Map<String, @Nullable Object> step(LearningStep step) {
        return Rows.row(
                "stage", step.stage().word(),
                "status", Words.lower(step.status()),
                "what", step.summary(),
                "ids", step.relatedIds().isEmpty() ? null : String.valueOf(step.relatedIds()));
    }
}
