package tacit.learn.proposers.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.MeasuredEffect;
import tacit.api.experiment.Proposer.Context;

/**
 * What became of earlier changes of one setting. Immutable.
 *
 * @param refused values that failed, were rejected or rolled back, or that live runs showed to do harm
 * @param helpful in which direction of the range the newest change went that live runs showed to help: 1 up, -1 down; 0 for none
 */
record Past(Set<String> refused, int helpful) {

    static final Past NONE = new Past(Set.of(), 0);

    Past {
        refused = Set.copyOf(refused);
    }

    static Past of(SettingRange range, Context context) {
        Set<String> refused = new HashSet<>();
        context.refused().stream().flatMap(one -> after(range, one).stream()).forEach(refused::add);
        int helpful = 0;
        for (MeasuredEffect effect : newestLast(context.effects())) {
            Optional<String> value = after(range, effect.experiment());
            if (value.isPresent() && effect.harmed()) {
                refused.add(value.get());
            } else if (value.isPresent() && effect.helped()) {
                int direction = direction(range, before(range, effect.experiment()), value.get());
                helpful = direction == 0 ? helpful : direction;
            }
        }
        return new Past(refused, helpful);
    }

    private static List<MeasuredEffect> newestLast(List<MeasuredEffect> effects) {
        List<MeasuredEffect> turned = new ArrayList<>(effects);
        Collections.reverse(turned);
        return turned;
    }

    /** What an experiment would set; empty when it leaves the setting alone. */
    private static Optional<String> after(SettingRange range, Experiment experiment) {
        HarnessChange change = experiment.proposal().change();
        return Optional.ofNullable(change.configurations()
                .getOrDefault(range.pid(), Collections.emptySortedMap())
                .get(range.key()));
    }

    /** What stood there; the default where nothing did. */
    private static @Nullable String before(SettingRange range, Experiment experiment) {
        Iterator<Optional<String>> values = experiment.before().iterator();
        for (String place : experiment.proposal().change().places()) {
            Optional<String> value = values.hasNext() ? values.next() : Optional.empty();
            if (place.equals(range.place())) {
                return value.orElse(range.usual());
            }
        }
        return range.usual();
    }

    /** 1 when the second value is the higher one, -1 when it is the lower one; 0 where that cannot be said, as for a choice. */
    static int direction(SettingRange range, @Nullable String from, String to) {
        Optional<Double> here = range.position(from);
        Optional<Double> there = range.position(to);
        return here.isEmpty() || there.isEmpty() ? 0 : Double.compare(there.get(), here.get());
    }
}
