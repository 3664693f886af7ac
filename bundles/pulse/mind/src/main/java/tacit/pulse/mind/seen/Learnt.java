package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.Learning;
import tacit.api.pulse.LearningsLog;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.PageRequest;

/** What the profile learnt, such as refused experiments; how work and suggestions went is seen where they are kept. */
final class Learnt implements Source {

    private static final int MOST = 50;
    private static final Set<Learning.Kind> AGAINST =
            Set.of(Learning.Kind.GATE_REJECTION, Learning.Kind.FAILURE_CLUSTER);

    /** Of its own thoughts and cycles, or seen by other sources, which know what reflection itself began. */
    private static final Set<Learning.Kind> ELSEWHERE = Set.of(
            Learning.Kind.REFLECTION,
            Learning.Kind.MEMORY,
            Learning.Kind.DISPATCH_RESULT,
            Learning.Kind.SUGGESTION_RESPONSE);

    private final LearningsLog learnings;

    Learnt(LearningsLog learnings) {
        this.learnings = learnings;
    }

    @Override
    public String name() {
        return "learnings";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        return learnings.list(profile.workspaceId(), profile.id(), null, PageRequest.first(MOST)).rows().stream()
                .filter(one -> !ELSEWHERE.contains(one.kind())
                        && !one.at().isBefore(since)
                        && (one.workspaceId() == null || one.workspaceId().equals(profile.workspaceId())))
                .map(one -> Keys.workspace(profile, saw(one)))
                .toList();
    }

    private static Keys.Saw saw(Learning one) {
        boolean against = AGAINST.contains(one.kind())
                && (Asks.task(one.summary()) || one.summary().matches("(?is).*(dismissed|rejected|ignored|refused).*"));
        return Keys.Saw.made(
                ReflectionEvidence.Type.LEARNING,
                against,
                one.summary(),
                one.reference() == null ? "learning:" + one.kind() + ":" + one.key() : one.reference(),
                "learning:" + one.id(),
                one.at(),
                "learning",
                one.id());
    }
}
