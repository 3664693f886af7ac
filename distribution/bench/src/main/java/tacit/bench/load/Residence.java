package tacit.bench.load;

import java.util.List;

/** The memory that a process kept, looked at regularly. Pure. */
final class Residence {

    private Residence() {}

    /**
     * How much it grew in the second half, in megabytes a minute: the slope of the line with the least squares.
     *
     * @param kilobytes at least four values, in order
     * @param seconds between two of them
     */
    static double growth(List<Long> kilobytes, double seconds) {
        List<Long> half = kilobytes.subList(kilobytes.size() / 2, kilobytes.size());
        if (half.size() < 2) {
            throw new IllegalArgumentException("kilobytes must be at least four values, got " + kilobytes.size());
        }
        double middle = (half.size() - 1) / 2.0;
        double mean = half.stream().mapToLong(Long::longValue).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < half.size(); i++) {
            products += (i - middle) * (half.get(i) - mean);
            squares += (i - middle) * (i - middle);
        }
        return products / squares / seconds * 60 / 1024;
    }
}
