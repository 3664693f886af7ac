package tacit.pulse.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionJudgement.Intent;
import tacit.api.reflect.ReflectionJudgement.Permission;
import tacit.api.reflect.ReflectionJudgement.Risk;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionSettings.Autonomy;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionTarget.Kind;

class JudgingTest {

    private static final Hypothesis WINNER = Seen.hypothesis("h", .8, "e0");

    private static ReflectionEvidence[] pieces(int count, ReflectionEvidence.Type type, boolean actionable) {
        return IntStream.range(0, count)
                .mapToObj(i -> Seen.piece("e" + i, type, actionable, "seen " + i, "s" + i, Seen.NOW))
                .toArray(ReflectionEvidence[]::new);
    }

    private static ReflectionJudgement judge(ReflectionSituation situation) {
        return new ScoredReflection(Bars.USUAL).judge(situation, WINNER);
    }

    @ParameterizedTest
    @CsvSource({
        "1, CODE_FAILURE, true, .95, .738",
        "1, TASK_SIGNAL, true, .68, .6732",
        "3, TASK_SIGNAL, true, .80, .862",
        "1, TASK_SIGNAL, false, .18, .4732",
        "5, CODE_FAILURE, true, 1.0, .98"
    })
    void rf01UsefulnessAndConfidence(
            int count, ReflectionEvidence.Type type, boolean actionable, double useful, double sure) {
        ReflectionJudgement judgement = judge(Seen.of(pieces(count, type, actionable)));

        assertThat(judgement.usefulness()).isEqualTo(useful);
        assertThat(judgement.confidence()).isEqualTo(sure);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "36, .5", "72, 0", "100, 0"})
    void rf02FreshnessEndsAfterThreeDays(int hours, double fresh) {
        ReflectionEvidence piece = Seen.piece(
                "e", ReflectionEvidence.Type.TASK_SIGNAL, true, "seen", "s", Seen.NOW.minus(Duration.ofHours(hours)));

        assertThat(judge(Seen.of(piece)).freshness()).isEqualTo(fresh);
    }

    @Test
    void rf03WithoutAutoDispatchPeopleHaveTheWord() {
        ReflectionJudgement judgement = judge(Seen.of(pieces(3, ReflectionEvidence.Type.CODE_FAILURE, true)));

        assertThat(judgement.permission()).isEqualTo(Permission.ESCALATED);
        assertThat(judgement.intent()).isEqualTo(Intent.INPUT_NEEDED);
        assertThat(judgement.outcome()).isEqualTo(Outcome.DEFER);
        assertThat(judgement.askable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "RECOMMENDATION_FIRST, TASK, MEDIUM, ESCALATED",
        "BALANCED_AUTOPILOT, TASK, MEDIUM, ALLOWED",
        "STRONG_AUTONOMY, CODE_CHANGE_TASK, HIGH, ESCALATED",
        "RECOMMENDATION_FIRST, SUGGESTION, LOW, ALLOWED",
        "RECOMMENDATION_FIRST, NOTIFY, LOW, ALLOWED"
    })
    void rf04RiskDecidesBehindTheNumbers(Autonomy autonomy, ReflectionAction action, Risk risk, Permission permission) {
        ReflectionJudgement judgement = judge(Seen.of(
                Seen.settings(true, autonomy, action),
                Kind.WORKSPACE,
                pieces(2, ReflectionEvidence.Type.TASK_SIGNAL, true)));

        assertThat(judgement.action()).isEqualTo(action);
        assertThat(judgement.risk()).isEqualTo(risk);
        assertThat(judgement.permission()).isEqualTo(permission);
    }

    @Test
    void rf12WorkCanBeAskedForWhereverOnlyRiskStandsAgainstIt() {
        ReflectionSettings settings =
                Seen.settings(true, Autonomy.RECOMMENDATION_FIRST, ReflectionAction.CODE_CHANGE_TASK);

        ReflectionJudgement judgement =
                judge(Seen.of(settings, Kind.CODE_WORKSPACE, pieces(1, ReflectionEvidence.Type.CODE_FAILURE, true)));

        assertThat(judgement.permission()).isEqualTo(Permission.ESCALATED);
        assertThat(judgement.askable()).isTrue();
    }

    @Test
    void rf13ATrustedTargetIsNoExcuseForStaleEvidence() {
        ReflectionSettings settings =
                Seen.settings(true, Autonomy.STRONG_AUTONOMY, ReflectionAction.CODE_CHANGE_TASK, "code_workspace:x");
        ReflectionEvidence old = Seen.piece(
                "e0", ReflectionEvidence.Type.CODE_FAILURE, true, "x", "s", Seen.NOW.minus(Duration.ofHours(70)));

        assertThat(judge(Seen.of(settings, Kind.CODE_WORKSPACE, old)).permission())
                .isEqualTo(Permission.ESCALATED);
        assertThat(judge(Seen.of(settings, Kind.CODE_WORKSPACE, old)).askable()).isFalse();
        assertThat(judge(Seen.of(settings, Kind.CODE_WORKSPACE, pieces(1, ReflectionEvidence.Type.CODE_FAILURE, true)))
                        .permission())
                .isEqualTo(Permission.ALLOWED);
    }

    @Test
    void rf05WhatIsOfLittleUseIsBlocked() {
        ReflectionJudgement judgement = judge(Seen.of(
                Seen.settings(true, Autonomy.STRONG_AUTONOMY, ReflectionAction.NOTIFY),
                Kind.WORKSPACE,
                pieces(1, ReflectionEvidence.Type.MEMORY_PLAYBOOK, true)));

        assertThat(judgement.permission()).isEqualTo(Permission.BLOCKED);
        assertThat(judgement.outcome()).isEqualTo(Outcome.SUGGEST);
    }

    @Test
    void rf06TasksNeedUsefulnessAndRolesStrongAutonomy() {
        ReflectionSettings balanced = Seen.settings(true, Autonomy.BALANCED_AUTOPILOT, ReflectionAction.TASK);
        ReflectionSettings strong = Seen.settings(true, Autonomy.STRONG_AUTONOMY, ReflectionAction.TASK);

        assertThat(judge(Seen.of(balanced, Kind.WORKSPACE, pieces(1, ReflectionEvidence.Type.HEARTBEAT_RUN, true)))
                        .action())
                .isEqualTo(ReflectionAction.SUGGESTION);
        assertThat(judge(Seen.of(balanced, Kind.AGENT_ROLE, pieces(2, ReflectionEvidence.Type.TASK_SIGNAL, true)))
                        .action())
                .isEqualTo(ReflectionAction.SUGGESTION);
        assertThat(judge(Seen.of(strong, Kind.AGENT_ROLE, pieces(2, ReflectionEvidence.Type.TASK_SIGNAL, true)))
                        .action())
                .isEqualTo(ReflectionAction.TASK);
    }

    @Test
    void withoutAWinnerNothingComesOfIt() {
        ReflectionJudgement judgement = new ScoredReflection(Bars.USUAL)
                .judge(Seen.of(pieces(5, ReflectionEvidence.Type.CODE_FAILURE, true)), null);

        assertThat(judgement.action()).isNull();
        assertThat(judgement.permission()).isEqualTo(Permission.BLOCKED);
        assertThat(judgement.confidence()).isEqualTo(.98);
    }

    @Test
    void noticesGoOutByThemselvesWherePeopleLikedProposals() {
        ReflectionSituation situation = Seen.of(
                Seen.settings(true, Autonomy.RECOMMENDATION_FIRST, ReflectionAction.NOTIFY),
                Kind.WORKSPACE,
                pieces(2, ReflectionEvidence.Type.TASK_SIGNAL, true));

        assertThat(judge(situation).outcome()).isEqualTo(Outcome.SUGGEST);
        assertThat(judge(Seen.accepted(situation, 2, false)).outcome()).isEqualTo(Outcome.NOTIFY);
        assertThat(judge(Seen.accepted(situation, 2, false)).intent()).isEqualTo(Intent.COMPLETED_WHILE_AWAY);
        assertThat(judge(Seen.accepted(situation, 2, true)).intent()).isEqualTo(Intent.IMPORTANT_ACTION_TAKEN);
    }

    @Test
    void whatIsSwitchedOffBecomesASuggestionOrNothing() {
        ReflectionSettings usual = Seen.settings(true, Autonomy.STRONG_AUTONOMY, ReflectionAction.TASK);
        ReflectionSettings only = withAllowed(usual, ReflectionAction.SUGGESTION);
        ReflectionSettings none = withAllowed(usual);

        assertThat(judge(Seen.of(only, Kind.WORKSPACE, pieces(1, ReflectionEvidence.Type.CODE_FAILURE, true)))
                        .action())
                .isEqualTo(ReflectionAction.SUGGESTION);
        assertThat(judge(Seen.of(none, Kind.WORKSPACE, pieces(1, ReflectionEvidence.Type.CODE_FAILURE, true)))
                        .permission())
                .isEqualTo(Permission.BLOCKED);
    }

    private static ReflectionSettings withAllowed(ReflectionSettings of, ReflectionAction... allowed) {
        return new ReflectionSettings(
                of.enabled(),
                of.autoRun(),
                of.cadence(),
                of.kinds(),
                of.durableKinds(),
                of.catchUp(),
                of.autonomy(),
                of.trustedTargets(),
                of.maxHypotheses(),
                of.models(),
                new ReflectionSettings.Dispatch(true, of.dispatch().byKind(), List.of(allowed), true, true, true),
                of.notices(),
                of.keeping());
    }
}
