package tacit.pulse.mind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.pulse.CoreTraceDraft;
import tacit.api.pulse.PulseRun;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk.ReflectionResult;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionJudgement;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionRun.Judged;
import tacit.api.reflect.ReflectionRun.Outcome;
import tacit.api.reflect.ReflectionRun.Stage;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.reflect.Suggestion;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ReflectionRunTest {

    @TempDir
    Path folder;

    private final Database database;
    private Rig rig;

    ReflectionRunTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        rig = new Rig(database, folder);
    }

    @Test
    void rf50EvidenceBecomesASuggestionWithItsHypothesesJudged() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        rig.sees(ReflectionEvidence.Type.MAILBOX_EVENT, true, "Ada waits for a reply");

        ReflectionRun.Whole whole = rig.whole();

        assertThat(whole.run().stage()).isEqualTo(Stage.COMPLETED);
        assertThat(whole.run().outcome()).isEqualTo(Outcome.SUGGEST);
        assertThat(whole.hypotheses()).extracting(Judged::state).containsOnlyOnce(Hypothesis.State.WINNER);
        assertThat(whole.hypotheses()).extracting(Judged::state).doesNotContain(Hypothesis.State.PROPOSED);
        assertThat(whole.hypotheses().get(1).whyNot()).isNotEmpty();
        assertThat(rig.out.offered.get("s1").draft()).satisfies(draft -> {
            assertThat(draft.title()).isEqualTo("Mend the cause: cancel_order fails");
            assertThat(draft.whyNow()).contains("“cancel_order fails” [e1]");
            assertThat(draft.confidence()).isEqualTo(.72);
        });
        assertThat(rig.around.steps)
                .containsExactly(
                        "subconscious.evidence_collected",
                        "subconscious.hypotheses_generated",
                        "subconscious.critiques_generated",
                        "subconscious.decision_synthesized",
                        "subconscious.dispatch_started",
                        "subconscious.dispatch_completed");
        assertThat(rig.around.ends).containsExactly("COMPLETED suggest");
        assertThat(rig.around.learnt).singleElement().asString().startsWith("REFLECTION workspace:shop: Mend");
        assertThat(rig.around.whyNot).anyMatch(line -> line.startsWith("respond-1: "));
    }

    @Test
    void aRunHangsBelowThePulseThatAskedForIt() {
        rig.around.cycles.add("heartbeat:p1");
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        rig.reflect();
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "ship_order fails");
        rig.desk.reflect("ops", "workspace:shop", "operator", true);
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "pack_order fails");
        rig.desk.reflect("ops", "workspace:shop", "pulse:gone", true);

        assertThat(rig.around.begun).extracting(CoreTraceDraft::parentId).containsExactly("heartbeat:p1", null, null);
    }

    @Test
    void rf51UnchangedEvidenceGivesTheSameRunAndANewTime() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        ReflectionResult first = rig.reflect().orElseThrow();
        rig.pass(Duration.ofHours(30));

        ReflectionResult again = rig.reflect().orElseThrow();

        assertThat(first.fresh()).isTrue();
        assertThat(again.fresh()).isFalse();
        assertThat(again.runId()).isEqualTo(first.runId());
        assertThat(target().times().nextEligibleAt())
                .isEqualTo(rig.now.plus(Duration.ofDays(1)).plus(target().jitter()));
        assertThat(rig.reflect()).isEmpty();
        assertThat(rig.around.whyNot).anyMatch(line -> line.startsWith("workspace:shop: not before"));
    }

    private ReflectionTarget target() {
        return rig.desk.targets("ops").stream()
                .filter(one -> one.key().equals("workspace:shop"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rf52WithoutEvidenceItSleepsAndSaysSo() {
        ReflectionResult result =
                rig.desk.reflect("ops", "workspace:shop", "operator", true).orElseThrow();

        assertThat(result.outcome()).isEqualTo("sleep");
        assertThat(rig.desk.run(result.runId()).orElseThrow().run()).satisfies(run -> {
            assertThat(run.confidence()).isEqualTo(.25);
            assertThat(run.risk()).isEqualTo(ReflectionJudgement.Risk.LOW);
            assertThat(run.permission()).isEqualTo(ReflectionJudgement.Permission.BLOCKED);
        });
        assertThat(folder.resolve(".cowork/subconscious/journal/2026-03-02.jsonl"))
                .content()
                .contains("\"kind\":\"sleep\"");
        assertThat(rig.around.steps).containsExactly("subconscious.no_evidence");
    }

    @Test
    void rf53ItIsStillWhereItIsSwitchedOff() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");

        rig.settings.put("reflection.enabled", "false");
        assertThat(rig.reflect()).isEmpty();
        rig.settings.put("reflection.enabled", "true");
        rig.settings.put("reflection.autoRun", "false");
        assertThat(rig.reflect()).isEmpty();
        rig.around.off = "switched off by ada";
        assertThat(rig.desk.reflect("ops", null, "operator", true)).isEmpty();
        assertThat(rig.desk.brain("ops").why()).isEqualTo("switched off by ada");
        rig.around.off = "";
        assertThat(rig.desk.reflect("ops", null, "operator", true)).isPresent();
    }

    @Test
    void theSwitchStopsARunBetweenItsStages() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        rig.generators.add(0, new SwitchingIdeas(rig));

        ReflectionRun run = rig.whole().run();

        assertThat(run.stage()).isEqualTo(Stage.FAILED);
        assertThat(run.error()).isEqualTo("stopped: off");
        assertThat(rig.out.offered).isEmpty();
    }

    @Test
    void rf54WithoutAnIdeaItIsPutOff() {
        rig.sees(ReflectionEvidence.Type.MAILBOX_EVENT, true, "Ada waits for a reply");
        rig.generators.clear();

        ReflectionRun run = rig.whole().run();

        assertThat(run.outcome()).isEqualTo(Outcome.DEFER);
        assertThat(run.winner()).isNull();
        assertThat(run.summary()).isEqualTo("The evidence gave nobody an idea");
    }

    @Test
    void rf55WorkIsDispatchedWhereTheApprovalsAllowIt() {
        allowTasks();
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");

        ReflectionRun.Whole whole = rig.whole();

        assertThat(whole.run().outcome()).isEqualTo(Outcome.DISPATCH);
        assertThat(rig.out.orders.values()).singleElement().satisfies(order -> {
            assertThat(order.key()).isEqualTo("reflection:" + whole.run().id());
            assertThat(order.action()).isEqualTo("dispatch_task");
            assertThat(order.targetKey()).isEqualTo("workspace:shop");
            assertThat(order.source()).isEqualTo("reflection");
        });
        assertThat(whole.backlog().get(0).state()).isEqualTo(ReflectionBacklog.State.DISPATCHED);
        assertThat(rig.desk.notices("ops", null, PageRequest.first(9)).rows())
                .singleElement()
                .satisfies(notice -> assertThat(notice.title()).startsWith("Mend the cause"));
    }

    private void allowTasks() {
        rig.settings.put("reflection.dispatchDefaults.autoDispatch", "true");
        rig.settings.put("reflection.dispatchDefaults.workspace", "task");
    }

    @Test
    void rf56WhatTheApprovalsDenyBecomesASuggestionAndWhatWaitsANotice() {
        allowTasks();
        rig.out.answer = PulseRun.State.CANCELLED;
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        assertThat(rig.whole().run().outcome()).isEqualTo(Outcome.SUGGEST);

        rig.out.answer = PulseRun.State.QUEUED;
        rig.pass(Duration.ofDays(2));
        rig.sees(ReflectionEvidence.Type.CODE_FAILURE, true, "the build fails");
        ReflectionRun waiting = rig.whole().run();

        assertThat(waiting.outcome()).isEqualTo(Outcome.DEFER);
        assertThat(waiting.dispatchStatus()).isEqualTo("queued");
        assertThat(rig.desk
                        .notices("ops", null, PageRequest.first(9))
                        .rows()
                        .get(0)
                        .intent())
                .isEqualTo(ReflectionJudgement.Intent.INPUT_NEEDED);
    }

    @Test
    void whatIsRefusedForNowStaysOpen() {
        allowTasks();
        rig.out.refused = "cooldown";
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");

        ReflectionRun.Whole whole = rig.whole();

        assertThat(whole.run().outcome()).isEqualTo(Outcome.DEFER);
        assertThat(whole.run().summary()).startsWith("not now: because of cooldown");
        assertThat(whole.backlog().get(0).state()).isEqualTo(ReflectionBacklog.State.OPEN);
    }

    @Test
    void rf57AProfileSeesOnlyItsOwn() {
        rig.around.profiles.put("other", Rig.profile("other"));
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        rig.whole();

        assertThat(rig.desk.runs("other", null, null, PageRequest.first(9)).rows())
                .isEmpty();
        assertThat(rig.desk.targets("other")).isEmpty();
        assertThat(rig.desk.backlog("other", null, PageRequest.first(9)).rows()).isEmpty();
        assertThat(rig.desk.runs("ops", null, null, PageRequest.first(9)).total())
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> rig.desk.refresh("nobody"));
    }

    @Test
    void w9ARunIsItsOwnProfilesWhicheverWasChangedLast() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        rig.around.profiles.put("other", Rig.profile("other"));

        ReflectionRun.Whole whole = rig.whole();

        assertThat(whole.run().profileId()).isEqualTo("ops");
        assertThat(rig.desk.runs("other", null, null, PageRequest.first(9)).total())
                .isZero();
        assertThat(rig.desk.targets("other")).isEmpty();
    }

    @Test
    void secretsAreGoneBeforeAnythingIsKept() {
        rig.sees(
                ReflectionEvidence.Type.FAILURE_CLUSTER,
                true,
                "fails with Authorization: Bearer ghp_abcdef123456 and " + "word ".repeat(400));

        ReflectionRun.Whole whole = rig.whole();

        assertThat(whole.toString()).doesNotContain("ghp_abcdef123456");
        assertThat(whole.evidence().get(0).text()).hasSizeLessThanOrEqualTo(600).endsWith("…");
    }

    @Test
    void everyObjectionOfARunCitesItsEvidence() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "fetch: connection refused");
        rig.sees(ReflectionEvidence.Type.MAILBOX_EVENT, true, "Ada waits for a reply");

        ReflectionRun.Whole whole = rig.whole();

        List<String> ids = whole.evidence().stream().map(ReflectionEvidence::id).toList();
        assertThat(whole.critiques())
                .filteredOn(one -> one.verdict() != Critique.Verdict.SUPPORT)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(ids).contains(one.evidenceId()));
        assertThat(whole.run().winner()).isEqualTo("respond-1");
    }

    @Test
    void rf58PeopleDismissARunAndItsTargetAndForgetAll() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        String id = rig.reflect().orElseThrow().runId();

        assertThat(rig.desk.dismiss(id, "ada", "no")).isTrue();
        assertThat(rig.desk.run(id).orElseThrow().run().stage()).isEqualTo(Stage.BLOCKED);
        assertThat(rig.desk.run(id).orElseThrow().run().outcome()).isEqualTo(Outcome.DISMISS);
        assertThat(rig.desk.backlog("ops", null, PageRequest.first(9)).rows())
                .extracting(ReflectionBacklog::state)
                .containsOnly(ReflectionBacklog.State.REJECTED);
        assertThatIllegalStateException().isThrownBy(() -> rig.desk.dismiss(id, "ada", "no"));
        assertThat(rig.desk.dismissTarget("ops", "workspace:shop", "ada")).isTrue();
        assertThat(target().state()).isEqualTo(ReflectionTarget.State.STALE);
        assertThat(rig.desk.retry(id, "ada").orElseThrow().fresh()).isTrue();

        assertThat(rig.desk.reset("ops", "ada"))
                .containsEntry("runs", 2)
                .containsEntry("targets", 3)
                .hasEntrySatisfying("files", files -> assertThat(files).isPositive());
        assertThat(rig.desk.runs(null, null, null, PageRequest.first(9)).total())
                .isZero();
        assertThat(folder.resolve(".cowork/subconscious/targets/workspace_shop/state.json"))
                .doesNotExist();
        assertThat(rig.around.audited).contains("reflection.dismiss " + id, "reflection.reset ops");
    }

    @Test
    void anAnswerOfPeopleChangesTheNextRun() {
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails");
        rig.sees(ReflectionEvidence.Type.MAILBOX_EVENT, true, "Ada waits for a reply");
        double before = score(rig.whole(), "failures-1");
        rig.out.answers("s1", Suggestion.State.DISMISSED);
        rig.pass(Duration.ofDays(2));
        rig.sees(ReflectionEvidence.Type.MAILBOX_EVENT, true, "Bob waits for a reply");

        ReflectionRun.Whole after = rig.whole();

        assertThat(score(after, "failures-1")).isLessThan(before - .05);
        assertThat(after.run().winner()).isNotEqualTo("failures-1");
    }

    private static double score(ReflectionRun.Whole whole, String hypothesis) {
        return whole.hypotheses().stream()
                .filter(one -> one.hypothesis().id().equals(hypothesis))
                .map(Judged::score)
                .findFirst()
                .orElseThrow();
    }

    /** Has no idea, and switches all off. */
    private static final class SwitchingIdeas implements HypothesisGenerator {

        private final Rig rig;

        SwitchingIdeas(Rig rig) {
            this.rig = rig;
        }

        @Override
        public String name() {
            return "switching";
        }

        @Override
        public List<Hypothesis> propose(ReflectionSituation situation) {
            rig.around.off = "off";
            return List.of();
        }
    }
}
