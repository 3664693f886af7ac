package tacit.runtime.itest.contract;

import java.time.Duration;
import java.util.List;
import tacit.api.reflect.Critique;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.HypothesisCritic;
import tacit.api.reflect.HypothesisGenerator;
import tacit.api.reflect.ReflectionAction;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionPast;
import tacit.api.reflect.ReflectionPolicy;
import tacit.api.reflect.ReflectionSettings;
import tacit.api.reflect.ReflectionSituation;
import tacit.api.reflect.ReflectionStanding;
import tacit.api.reflect.ReflectionTarget;

/** What reflection is asked: to have ideas, to object to them, and to let one win. */
final class ReflectScenes {

    private ReflectScenes() {}

    static void generator(HypothesisGenerator generator, String workspace) {
        generator.name();
        generator.propose(situation(workspace, 1));
        generator.propose(situation(workspace, 4));
    }

    static void critic(HypothesisCritic critic, String workspace) {
        critic.critique(situation(workspace, 4), hypotheses());
    }

    static void policy(ReflectionPolicy policy, String workspace) {
        ReflectionSituation situation = situation(workspace, 4);
        policy.rank(
                List.of(new ReflectionStanding(situation.target(), situation.evidence())),
                ReflectionSettings.USUAL,
                Scenes.NOW);
        policy.choose(
                situation,
                hypotheses(),
                List.of(new Critique("failures-1", Critique.Verdict.REJECT, "It is over", "e2")));
        policy.judge(situation, hypotheses().get(0));
        policy.judge(situation, null);
    }

    private static List<Hypothesis> hypotheses() {
        return List.of(
                new Hypothesis(
                        "failures-1", "failures", "Mend it", "It fails", "Mend it", List.of(), .8, List.of("e1")),
                new Hypothesis(
                        "respond-1", "respond", "Answer", "She waits", "Answer", List.of("Draft"), .7, List.of("e2")));
    }

    private static ReflectionSituation situation(String workspace, int pieces) {
        ReflectionTarget target = new ReflectionTarget(
                "p1",
                "workspace:" + workspace,
                ReflectionTarget.Kind.WORKSPACE,
                workspace,
                "the workspace",
                ReflectionTarget.Health.WATCH,
                ReflectionTarget.State.ACTIVE,
                ReflectionTarget.Persistence.DURABLE,
                ReflectionTarget.MissedRun.RECONSIDER,
                Duration.ofMinutes(3),
                1,
                "f",
                ReflectionTarget.Times.NEVER,
                ReflectionTarget.Last.NOTHING);
        List<ReflectionEvidence> evidence = List.of(
                piece("e1", ReflectionEvidence.Type.FAILURE_CLUSTER, "cancel_order fails"),
                piece("e2", ReflectionEvidence.Type.MAILBOX_EVENT, "Ada waits for a reply"),
                piece("e3", ReflectionEvidence.Type.SCHEDULED_TASK, "The report failed"),
                piece("e4", ReflectionEvidence.Type.DISMISSED_SUGGESTION, "Weekly digest"));
        return new ReflectionSituation(
                "run",
                target,
                evidence.subList(0, pieces),
                List.of(point(workspace)),
                List.of(new ReflectionPast(
                        target.key(), target.kind(), "failures", "s-e1", false, "execution", Scenes.NOW)),
                ReflectionSettings.USUAL,
                2,
                false,
                Scenes.NOW);
    }

    private static ReflectionBacklog point(String workspace) {
        return new ReflectionBacklog(
                "b1",
                "p1",
                workspace,
                "workspace:" + workspace,
                "Mend the import",
                "It fails",
                ReflectionAction.TASK,
                "Mend it",
                100,
                ReflectionBacklog.State.OPEN,
                "failures",
                "s-e1",
                "earlier",
                null,
                "",
                Scenes.NOW,
                Scenes.NOW);
    }

    private static ReflectionEvidence piece(String id, ReflectionEvidence.Type type, String text) {
        return new ReflectionEvidence(id, type, true, type.weight(true), "f-" + id, text, "s-" + id, null, Scenes.NOW);
    }
}
