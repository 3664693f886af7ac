package tacit.learn.proposers.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tacit.api.experiment.Proposer.Context;
import tacit.learn.proposers.settings.Search.Point;
import tacit.learn.proposers.settings.Tries.Try;

/**
 * The value that is worth a proposal: it breaks no older case and mends enough. What mends most comes first, then what is
 * not near to a value that was refused or did harm, then what lies in the direction that helped before, then the smallest
 * change. Immutable.
 *
 * @param point the value and its setting
 * @param mended cases that it mends
 */
record Best(Point point, int mended) {

    /** Empty when none of what was tried is worth it. */
    static Optional<Best> of(List<Try> known, Searched searched, Context context, Search.Rules rules) {
        List<Rated> rated = new ArrayList<>();
        for (SettingRange range : searched.ranges()) {
            Values values = searched.values(range, context);
            Set<String> wanted = Set.copyOf(values.of(rules.values(), rules.seed()));
            known.stream()
                    .filter(one -> one.place().equals(range.place()) && wanted.contains(one.value()))
                    .filter(one -> one.broken() == 0 && one.mended() >= rules.mended())
                    .map(one -> rated(range, one, values))
                    .forEach(rated::add);
        }
        return rated.stream()
                .min(Rated.ORDER)
                .map(one -> new Best(new Point(one.range, one.tried.value()), one.tried.mended()));
    }

    private static Rated rated(SettingRange range, Try tried, Values values) {
        String value = tried.value();
        return new Rated(range, tried, values.nearRefused(value), values.helpful(value), values.distance(value));
    }

    private record Rated(SettingRange range, Try tried, boolean nearRefused, boolean helpful, double distance) {
        static final Comparator<Rated> ORDER = Comparator.comparingInt((Rated one) -> -one.tried.mended())
                .thenComparing(Rated::nearRefused)
                .thenComparing(one -> !one.helpful())
                .thenComparingDouble(Rated::distance)
                .thenComparing(one -> one.tried.place())
                .thenComparing(one -> one.tried.value());
    }
}
