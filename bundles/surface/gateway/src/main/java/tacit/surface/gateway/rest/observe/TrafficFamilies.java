package tacit.surface.gateway.rest.observe;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tacit.surface.gateway.Traffic;

/** Writes how many calls came and how long they took. Pure functions. */
final class TrafficFamilies {

    private static final String TIME = "tacit_http_request_duration_seconds";

    private TrafficFamilies() {}

    static void write(Traffic traffic, Exposition out) {
        out.family("tacit_http_requests_total", "counter", "Calls by method, template of the path and status");
        traffic.calls().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> out.count(
                        "tacit_http_requests_total",
                        entry.getValue().sum(),
                        List.of(
                                "method", entry.getKey().method(),
                                "route", entry.getKey().route(),
                                "status", Integer.toString(entry.getKey().status()))));
        out.family(TIME, "histogram", "Seconds until an answer was ready, by method and template of the path");
        traffic.times().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> histogram(entry, out));
    }

    private static void histogram(Map.Entry<Traffic.Place, Traffic.Times> entry, Exposition out) {
        Traffic.Place place = entry.getKey();
        double[] ends = Traffic.Times.ends();
        long[] counts = entry.getValue().counts();
        double seconds = entry.getValue().seconds();
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            String end = Exposition.number(i < ends.length ? ends[i] : Double.POSITIVE_INFINITY);
            out.count(TIME + "_bucket", sum, List.of("method", place.method(), "route", place.route(), "le", end));
        }
        List<String> labels = List.of("method", place.method(), "route", place.route());
        out.sample(TIME + "_sum", seconds, labels);
        out.count(TIME + "_count", sum, labels);
    }
}
