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

    /** What lies so near to a value that was refused, or did harm, is tried after all others. */
    private static final double NEAR = 0.05;

    private final SettingRange range;
    private final @Nullable String now;
    private final Past past;

    /**
     * @param now what stands there; null when neither a value nor a default does
     * @param past what was refused or did harm, which is not tried, and the direction that helped
     */
    Values(SettingRange range, @Nullable String now, Past past) {
        this.range = range;
        this.now = now;
        this.past = past;
    }

    /** @param most so many at most */
    List<String> of(int most, long seed) {
        Set<String> found = range.choice() ? new LinkedHashSet<>(range.options()) : numbers(most, seed);
        List<String> left = new ArrayList<>(found);
        left.removeIf(value -> range.same(value, now) || past.refused().stream().anyMatch(no -> range.same(value, no)));
        left.sort(Comparator.comparing(this::nearRefused).thenComparing(value -> !helpful(value)));
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
                && past.refused().stream()
                        .flatMap(no -> range.position(no).stream())
                        .anyMatch(no -> Math.abs(no - here.get()) <= NEAR);
    }

    /** Whether it lies in the direction that helped before; of a setting of which that is not known, no value does. */
    boolean helpful(String value) {
        return past.helpful() != 0 && Past.direction(range, now, value) == past.helpful();
    }

    /** How far a value is from the present one, from 0 to 1; 1 for a choice. */
    double distance(String value) {
        Optional<Double> here = range.position(value);
        Optional<Double> there = range.position(now);
        return here.isPresent() && there.isPresent() ? Math.abs(here.get() - there.get()) : 1;
    }
}
