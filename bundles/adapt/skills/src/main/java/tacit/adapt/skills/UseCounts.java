package tacit.adapt.skills;

import java.util.List;
import tacit.api.adapt.SkillUses;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;
import tacit.api.trace.OutcomeLabel;

/**
 * Counts runs by a document each, so that a run counts once, as it came out last, and goes with its user.
 *
 * @param store where they lie
 */
record UseCounts(StateStore store) {

    private static final String KIND = "skill.use/";
    private static final String OWN = "skill.own-use/";
    private static final List<String> ENDS = List.of("success", "failure", "open");

    SkillUses of(Scope owner, String skill) {
        return new SkillUses(count(owner, skill, 0), count(owner, skill, 1), count(owner, skill, 2));
    }

    private long count(Scope owner, String skill, int end) {
        return store.count(owner, StateFilter.of(kind(owner, skill, end)));
    }

    /** Answers whether it had not been counted so before. */
    boolean count(Scope owner, String skill, String traceId, OutcomeLabel label) {
        int end =
                switch (label) {
                    case SUCCESS -> 0;
                    case FAILURE -> 1;
                    case NEUTRAL, UNKNOWN -> 2;
                };
        for (int other = 0; other < ENDS.size(); other++) {
            if (other != end) {
                store.remove(owner, kind(owner, skill, other), traceId);
            }
        }
        return store.find(owner, kind(owner, skill, end), traceId).isEmpty()
                && store.put(owner, kind(owner, skill, end), traceId, 0, "{}", List.of(traceId))
                        .isPresent();
    }

    void forget(Scope owner, String skill) {
        for (int end = 0; end < ENDS.size(); end++) {
            List<StateDocument> some = store.list(owner, StateFilter.of(kind(owner, skill, end)), 1000);
            while (!some.isEmpty()) {
                some.forEach(one -> store.remove(Documents.owner(one), one.kind(), one.key()));
                some = store.list(owner, StateFilter.of(kind(owner, skill, end)), 1000);
            }
        }
    }

    /** A workspace sees the documents of its users: a skill of theirs with the same name must not count there. */
    private static String kind(Scope owner, String skill, int end) {
        return (owner.userId() == null ? KIND : OWN) + skill + "/" + ENDS.get(end);
    }
}
