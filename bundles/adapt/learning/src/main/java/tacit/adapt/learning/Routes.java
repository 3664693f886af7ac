package tacit.adapt.learning;

import java.util.Locale;
import java.util.function.Function;
import tacit.api.adapt.FeedbackRoute;

/** Makes routes of methods. */
final class Routes {

    private Routes() {}

    static Route named(String name, Function<Told, FeedbackRoute> lead) {
        return new Route() {

            @Override
            public String name() {
                return name;
            }

            @Override
            public FeedbackRoute lead(Told told) {
                return lead.apply(told);
            }
        };
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
