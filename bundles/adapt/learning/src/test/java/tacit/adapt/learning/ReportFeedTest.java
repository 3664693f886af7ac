package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.adapt.LearningFeed.Following;
import tacit.api.adapt.LearningProgress;
import tacit.api.adapt.TaskLearning;
import tacit.api.store.Scope;
import tacit.api.trace.TraceStatus;

class ReportFeedTest {

    private static final Scope TEAM = Scope.ofWorkspace("w1");

    private final List<String> heard = new ArrayList<>();
    private final ReportFeed feed = new ReportFeed(LearningProgress.class.cast(Proxy.newProxyInstance(
            LearningProgress.class.getClassLoader(), new Class<?>[] {LearningProgress.class}, (self, method, args) -> {
                throw new IllegalStateException("Nobody reads reports here");
            })));

    private static TaskLearning report(String id, @Nullable String user) {
        return new TaskLearning(
                id,
                1,
                "t1",
                user,
                "A run",
                TraceStatus.COMPLETED,
                TaskLearning.Outcome.NOOP,
                Given.NOON,
                "It ended",
                List.of(),
                null,
                List.of());
    }

    @Test
    void tellsAWorkspaceOfEverybodyAndAUserOfTheirOwnRuns() {
        feed.follow(TEAM, report -> heard.add("team " + report.id()));
        feed.follow(new Scope("w1", "nora"), report -> heard.add("nora " + report.id()));

        feed.publish("w1", report("r1", "nora"));
        feed.publish("w1", report("r2", "ben"));
        feed.publish("w1", report("r3", null));

        assertThat(heard).containsExactly("team r1", "nora r1", "team r2", "team r3");
    }

    @Test
    void tellsNobodyOfAnotherWorkspace() {
        feed.follow(TEAM, report -> heard.add(report.id()));

        feed.publish("w2", report("r1", "nora"));

        assertThat(heard).isEmpty();
    }

    @Test
    void tellsTheOthersWhereOneFails() {
        feed.follow(TEAM, report -> {
            throw new IllegalStateException("It broke");
        });
        feed.follow(TEAM, report -> heard.add(report.id()));

        feed.publish("w1", report("r1", null));

        assertThat(heard).containsExactly("r1");
    }

    @Test
    void tellsNothingToWhoLeftAndGoesOnWithTheOthers() {
        Following leaving = feed.follow(TEAM, report -> heard.add("leaving " + report.id()));
        feed.follow(TEAM, report -> heard.add("staying " + report.id()));

        leaving.close();
        leaving.close();
        feed.publish("w1", report("r1", null));

        assertThat(heard).containsExactly("staying r1");
    }

    @Test
    void letsAListenerLeaveWhileItIsTold() {
        List<Following> self = new ArrayList<>();
        self.add(feed.follow(TEAM, report -> {
            heard.add(report.id());
            self.get(0).close();
        }));

        feed.publish("w1", report("r1", null));
        feed.publish("w1", report("r2", null));

        assertThat(heard).containsExactly("r1");
    }
}
