package tacit.learn.proposers.guards;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.MeasuredEffect;
import tacit.api.experiment.Proposer.Context;
import tacit.api.guard.GuardRule;
import tacit.learn.conditions.WrittenRule;

/**
 * Chooses which mined rules are proposed. Pure.
 *
 * <p>Rules that were mined together stand together: the narrow ones were chosen for what the general ones leave over. So all
 * of them are one proposal. When such a union was refused, one of them may have spoilt it, so its rules are proposed one by
 * one, the surest first; one that was refused alone is not proposed again. A rule that live runs showed to do harm is not
 * proposed again either, alone or with others: the gate had let it pass, and what it cost cannot be tried rule by rule.
 */
final class RuleChoice {

    private final RuleSetting setting;
    private final List<Set<String>> refused;
    private final Set<String> harmful;
    private final int most;

    /** @param most rules of one proposal */
    RuleChoice(RuleSetting setting, Context context, int most) {
        this.setting = setting;
        this.most = most;
        refused = context.refused().stream()
                .map(one -> added(one, setting.place()))
                .filter(ids -> !ids.isEmpty())
                .toList();
        harmful = context.effects().stream()
                .filter(MeasuredEffect::harmed)
                .flatMap(one -> added(one.experiment(), setting.place()).stream())
                .collect(Collectors.toSet());
    }

    /** The rules to add; empty when none is new. */
    List<GuardRule> choose(List<GuardRule> mined) {
        Set<String> known = new HashSet<>(RuleSetting.ids(setting.value()));
        known.addAll(harmful);
        refused.stream().filter(ids -> ids.size() == 1).forEach(known::addAll);
        List<GuardRule> fresh = mined.stream()
                .filter(rule -> !known.contains(rule.id()) && writable(rule))
                .limit(most)
                .toList();
        Set<String> ids = fresh.stream().map(GuardRule::id).collect(Collectors.toSet());
        if (fresh.size() < 2 || refused.stream().noneMatch(ids::containsAll)) {
            return fresh;
        }
        return fresh.stream()
                .min(Comparator.comparingDouble(
                                (GuardRule rule) -> rule.evidence().pValue())
                        .thenComparingInt(rule -> -rule.evidence().tasks())
                        .thenComparing(GuardRule::id))
                .stream()
                .toList();
    }

    /** A tool may have a name that no line can hold. */
    private static boolean writable(GuardRule rule) {
        try {
            return WrittenRule.read(WrittenRule.of(rule).line()).id().equals(rule.id());
        } catch (IllegalArgumentException unwritable) {
            return false;
        }
    }

    /** The rules that an experiment would have added to the setting; empty when it did not change it. */
    static Set<String> added(Experiment experiment, String place) {
        HarnessChange change = experiment.proposal().change();
        Iterator<Optional<String>> before = experiment.before().iterator();
        for (String each : change.places()) {
            Optional<String> value = before.next();
            if (each.equals(place)) {
                int colon = place.lastIndexOf(':');
                String wanted = change.configurations()
                        .getOrDefault(place.substring(0, colon), java.util.Collections.emptySortedMap())
                        .getOrDefault(place.substring(colon + 1), "");
                Set<String> ids = new HashSet<>(RuleSetting.ids(wanted));
                ids.removeAll(RuleSetting.ids(value.orElse("")));
                return ids;
            }
        }
        return Set.of();
    }
}
