package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tacit.adapt.learning.Desk.NORA;
import static tacit.adapt.learning.Desk.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.adapt.FeedbackRefused;
import tacit.api.adapt.FeedbackRoute;
import tacit.api.adapt.FeedbackRoute.State;
import tacit.api.adapt.GivenFeedback;
import tacit.api.adapt.KeptFeedback;
import tacit.api.memory.LearningSwitches;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class DurableDeskTest {

    @TempDir
    Path folder;

    private Desk host;

    @BeforeEach
    void open(Database database) throws IOException {
        host = new Desk(database, folder.toRealPath());
        host.run("t1");
    }

    @Test
    void refusesFeedbackOnARunThatNobodyKnows() {
        GivenFeedback other = new GivenFeedback(
                "f1",
                "nora",
                "nowhere",
                null,
                GivenFeedback.Decision.ACCEPTED,
                null,
                null,
                GivenFeedback.Kind.TASK,
                null,
                Given.NOON);

        assertThatThrownBy(() -> host.desk().give(SCOPE, "web", other))
                .isInstanceOfSatisfying(FeedbackRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(FeedbackRefused.Cause.UNKNOWN_TASK));
        assertThatThrownBy(() -> host.desk().give(new Scope("default", "ben"), "web", Given.accepted("f1")))
                .isInstanceOf(FeedbackRefused.class);
        assertThat(host.desk().list(SCOPE, null, 10)).isEmpty();
        assertThat(host.audited).isEmpty();
    }

    @Test
    void keepsFeedbackWithWhatCameOfIt() {
        KeptFeedback kept = host.desk().give(SCOPE, "web", Given.rejected("f1", "too_verbose", null));

        assertThat(host.desk().list(SCOPE, "t1", 10)).singleElement().satisfies(one -> {
            assertThat(one.feedback()).isEqualTo(kept.feedback());
            assertThat(one.routed()).isEqualTo(kept.routed());
            assertThat(one.by()).isEqualTo("web");
        });
        assertThat(host.desk().list(SCOPE, "t2", 10)).isEmpty();
        assertThat(host.audited).containsExactly("web feedback.give t1 {workspace=default}");
    }

    @Test
    void takesTheSameFeedbackOnce() {
        host.desk().give(SCOPE, "web", Given.rejected("f1", "too_verbose", null));
        int captures = host.captured.size();

        KeptFeedback again = host.desk().give(SCOPE, "web", Given.rejected("f1", "too_verbose", null));

        assertThat(again.open()).isFalse();
        assertThat(host.desk().list(SCOPE, null, 10)).hasSize(1);
        assertThat(host.captured).hasSize(captures);
        assertThat(host.shifted()).isEqualTo("terse");
    }

    @Test
    void refusesOtherFeedbackUnderAnIdThatIsTaken() {
        host.desk().give(SCOPE, "web", Given.accepted("f1"));

        assertThatThrownBy(() -> host.desk().give(SCOPE, "web", Given.rejected("f1", null, null)))
                .isInstanceOfSatisfying(FeedbackRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(FeedbackRefused.Cause.OTHER_ID));
    }

    @Test
    void stopsTheSixthFeedbackOfAMinute() {
        DurableDesk desk = host.desk();
        for (int i = 0; i < 5; i++) {
            desk.give(SCOPE, "web", Given.accepted("f" + i));
        }
        host.clock.pass(Duration.ofSeconds(20));

        assertThatThrownBy(() -> desk.give(SCOPE, "web", Given.accepted("f5")))
                .isInstanceOfSatisfying(FeedbackRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(FeedbackRefused.Cause.TOO_MANY);
                    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(40));
                });

        assertThat(desk.give(SCOPE, "chat", Given.accepted("f6")).by()).isEqualTo("chat");
        assertThat(desk.give(SCOPE, "web", Given.by("ben", Given.accepted("f7")))
                        .by())
                .isEqualTo("web");
        host.clock.pass(Duration.ofSeconds(40));
        assertThat(desk.give(SCOPE, "web", Given.accepted("f5")).by()).isEqualTo("web");
    }

    @Test
    void takesAsMuchInAMinuteAsIsSet() {
        DurableDesk desk = host.desk(Map.of("per_minute", 1));
        desk.give(SCOPE, "web", Given.accepted("f1"));

        assertThatThrownBy(() -> desk.give(SCOPE, "web", Given.accepted("f2"))).isInstanceOf(FeedbackRefused.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> host.desk(Map.of("per_minute", 0)))
                .withMessage("per.minute must be in [1, 1000], got 0");
    }

    @Test
    void keepsFeedbackAndLearnsNothingWhereLearningIsOff() {
        for (LearningSwitches off : List.of(LearningSwitches.OFF, new LearningSwitches(true, false, true, false))) {
            host.learning.to(off);

            KeptFeedback kept =
                    host.desk().give(SCOPE, "web", Given.rejected("f" + off.enabled(), "too_verbose", null));

            assertThat(kept.routed().values())
                    .containsOnly(new FeedbackRoute(State.SKIPPED, "nothing is learnt: learning is switched off"));
        }
        assertThat(host.desk().list(SCOPE, null, 10)).hasSize(2);
        assertThat(host.shifted()).isEqualTo("balanced");
        assertThat(host.traces.outcomes(SCOPE, "t1")).isEmpty();
        host.learning.to(LearningSwitches.USUAL);
        assertThat(host.desk().leadOpen("default")).isZero();
    }

    @Test
    void tellsTheOthersWhereOnePartFailsAndThatOneLater() {
        host.profileBroken = true;

        KeptFeedback kept = host.desk().give(SCOPE, "web", Given.rejected("f1", "too_verbose", null));

        assertThat(kept.routed().get("profile").state()).isEqualTo(State.FAILED);
        assertThat(kept.routed().get("style").words()).isEqualTo("shifted responseLength balanced to terse");
        assertThat(kept.routed().get("relationships").state()).isEqualTo(State.DONE);
        host.profileBroken = false;
        int captures = host.captured.size();

        assertThat(host.desk().leadOpen("default")).isEqualTo(1);

        assertThat(host.texts("profile")).containsExactly("Length of answers: concise");
        assertThat(host.captured).hasSize(captures);
        assertThat(host.desk().leadOpen("default")).isZero();
    }

    @Test
    void givesUpOnAPartThatFailsForAWeek() {
        host.profileBroken = true;
        host.desk().give(SCOPE, "web", Given.rejected("f1", "too_verbose", null));
        host.profileBroken = false;
        host.clock.pass(Duration.ofDays(8));

        assertThat(host.desk().leadOpen("default")).isZero();
        assertThat(host.texts("profile")).isEmpty();
    }

    @Test
    void changesNothingTwiceWhenItGoesOnAfterACrash() {
        GivenFeedback feedback = Given.rejected("f1", "too_verbose", "shorter");
        host.desk().give(SCOPE, "web", feedback);
        List<String> profile = host.texts("profile");
        List<String> relationships = host.texts("relationship");
        forgetWhatWasLed();

        assertThat(host.desk().leadOpen("default")).isEqualTo(1);

        assertThat(host.shifted()).isEqualTo("terse");
        assertThat(host.texts("profile")).isEqualTo(profile);
        assertThat(host.texts("relationship")).isEqualTo(relationships);
        assertThat(host.traces.outcomes(SCOPE, "t1")).hasSize(1);
        assertThat(host.desk().list(SCOPE, null, 10).get(0).open()).isFalse();
    }

    @Test
    void keepsWaitingWhatWasGivenBeforeLearningWasSwitchedOff() {
        host.profileBroken = true;
        host.desk().give(SCOPE, "web", Given.rejected("f1", "too_verbose", null));
        host.profileBroken = false;
        host.learning.to(LearningSwitches.OFF);

        host.desk().leadOpen("default");
        host.desk().leadOpen("default");

        assertThat(host.texts("profile")).isEmpty();
        assertThat(profileRoute()).isEqualTo(new FeedbackRoute(State.WAITING, "learning is switched off"));
        host.learning.to(LearningSwitches.USUAL);
        assertThat(host.desk().leadOpen("default")).isEqualTo(1);
        assertThat(profileRoute().state()).isEqualTo(State.DONE);
    }

    private FeedbackRoute profileRoute() {
        return Objects.requireNonNull(
                host.desk().list(SCOPE, null, 1).get(0).routed().get("profile"));
    }

    @Test
    void saysThatARunIsNoMore() {
        host.profileBroken = true;
        KeptFeedback kept = host.desk().give(SCOPE, "web", Given.rejected("f1", "too_verbose", null));
        KeptFeedback orphan = new KeptFeedback(Given.in("gone", Given.accepted("f1")), "web", 0, kept.routed());

        KeptFeedback led = host.router().lead("default", orphan);

        assertThat(led.routed().get("profile")).isEqualTo(new FeedbackRoute(State.SKIPPED, "the run is no more"));
        assertThat(led.routed().get("style")).isEqualTo(kept.routed().get("style"));
    }

    /** As after a crash between the effects and the note of them. */
    private void forgetWhatWasLed() {
        host.states
                .find(NORA, KeptFeedback.KIND, "f1")
                .ifPresent(document -> host.states.put(
                        NORA,
                        KeptFeedback.KIND,
                        "f1",
                        document.version(),
                        document.content().replaceAll("\"state\":\"[A-Z]+\"", "\"state\":\"WAITING\""),
                        List.of()));
        new OpenFeedback(host.states).note(NORA, "f1", "t1");
    }
}
