package tacit.learn.proposers.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Which values of a setting are tried, and in which order. Pure: the same seed gives the same values. */
final class Values {

    /** Steps from the present value, as shares of the range: from a small change to a large one. */
    private static final double[] STEPS = {1.0 / 32, 1.0 / 8, 1.0 / 3};

    /** What lies so near to a value that was refused is tried after all others. */
    private static final double NEAR = 0.05;

    private final SettingRange range;
    private final @Nullable String now;
    private final Set<String> refused;

    /**
     * @param now what stands there; null when neither a value nor a default does
     * @param refused values that failed, were rejected or rolled back: they are not tried
     */
    Values(SettingRange range, @Nullable String now, Set<String> refused) {
        this.range = range;
        this.now = now;
        this.refused = Set.copyOf(refused);
    }

    /** @param most so many at most */
    List<String> of(int most, long seed) {
        Set<String> found = range.choice() ? new LinkedHashSet<>(range.options()) : numbers(most, seed);
        List<String> left = new ArrayList<>(found);
        left.removeIf(value -> range.same(value, now) || refused.stream().anyMatch(no -> range.same(value, no)));
        left.sort(Comparator.comparing(this::nearRefused));
        return List.copyOf(left.subList(0, Math.min(left.size(), most)));
    }

    private Set<String> numbers(int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed ^ range.place().hashCode());
        Set<String> found = new LinkedHashSet<>();
        double from = range.position(now).orElse(0.5);
        for (double step : STEPS) {
            found.add(range.at(from + step));
            found.add(range.at(from - step));
        }
        found.add(range.at(0));
        found.add(range.at(1));
        // More draws than are wanted, as small ranges give the same value again and again
        for (int draw = 0; draw < 4 * most && found.size() < 2 * most; draw++) {
            found.add(range.at(random.nextDouble()));
        }
        return found;
    }

    boolean nearRefused(String value) {
        Optional<Double> here = range.position(value);
        return here.isPresent()
                && refused.stream()
                        .flatMap(no -> range.position(no).stream())
                        .anyMatch(no -> Math.abs(no - here.get()) <= NEAR);
    }

    /** How far a value is from the present one, from 0 to 1; 1 for a choice. */
    double distance(String value) {
        Optional<Double> here = range.position(value);
        Optional<Double> there = range.position(now);
        return here.isPresent() && there.isPresent() ? Math.abs(here.get() - there.get()) : 1;
    }
}
