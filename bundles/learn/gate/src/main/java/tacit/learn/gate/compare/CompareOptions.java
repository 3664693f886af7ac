package tacit.learn.gate.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tacit.api.gate.GateSettings;
import tacit.api.ingest.TraceFiles;

/** What the arguments of {@code compare} ask for. */
record CompareOptions(
        List<Path> baseline, List<List<Path>> candidates, String format, GateSettings settings, Report.Kind report) {

    static final String USAGE = "compare BASELINE CANDIDATE… [--format F] [--alpha A] [--budget PERCENT]"
            + " [--cost-budget PERCENT] [--effect POINTS] [--json|--junit|--markdown]";

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is wrong; its message is the complaint
     */
    static CompareOptions of(List<String> arguments, Path workingDirectory) {
        Builder options = new Builder();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            options.take(rest.next(), rest);
        }
        return options.build(workingDirectory);
    }

    private static List<Path> paths(String argument, Path workingDirectory) {
        if (Files.exists(workingDirectory.resolve(argument))) {
            return List.of(workingDirectory.resolve(argument));
        }
        List<Path> paths = new ArrayList<>();
        for (String name : argument.split(",", -1)) {
            Path path = workingDirectory.resolve(name.strip());
            if (name.isBlank() || !Files.exists(path)) {
                throw new IllegalArgumentException("Cannot compare '" + name + "': no such file or folder");
            }
            paths.add(path);
        }
        return List.copyOf(paths);
    }

    /** Collects the arguments one by one. */
    private static final class Builder {

        private final List<String> batches = new ArrayList<>();
        private String format = TraceFiles.AUTO;
        private GateSettings settings = GateSettings.stochastic();
        private Report.Kind report = Report.Kind.TEXT;

        void take(String argument, Iterator<String> rest) {
            int equals = argument.indexOf('=');
            boolean joined = argument.startsWith("--") && equals > 0;
            String name = joined ? argument.substring(0, equals) : argument;
            Iterator<String> values =
                    joined ? List.of(argument.substring(equals + 1)).iterator() : rest;
            switch (name) {
                case "--format" -> format = value(name, values);
                case "--alpha" -> settings = settings.withAlpha(number(name, value(name, values)));
                case "--budget" -> settings = settings.withBudget(number(name, value(name, values)) / 100);
                case "--cost-budget" -> settings = settings.withCostBudget(number(name, value(name, values)) / 100);
                case "--effect" -> settings = settings.withSmallestEffect(number(name, value(name, values)) / 100);
                case "--json", "--junit", "--markdown" -> report(name);
                default -> batch(argument);
            }
        }

        private void report(String name) {
            if (report != Report.Kind.TEXT) {
                throw new IllegalArgumentException("--json, --junit and --markdown exclude each other");
            }
            report = Report.Kind.of(name);
        }

        private void batch(String argument) {
            if (argument.startsWith("--")) {
                throw new IllegalArgumentException("Unknown option '" + argument + "', usage: " + USAGE);
            }
            batches.add(argument);
        }

        private static String value(String name, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(name + " must be followed by a value");
            }
            return rest.next();
        }

        private static double number(String name, String value) {
            try {
                return Double.parseDouble(value.replace("%", ""));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " must be a number, got '" + value + "'", e);
            }
        }

        CompareOptions build(Path workingDirectory) {
            if (batches.size() < 2) {
                throw new IllegalArgumentException("compare needs a baseline and a candidate, got " + batches.size()
                        + " batches, usage: " + USAGE);
            }
            if (batches.size() > 2 && report == Report.Kind.JUNIT) {
                throw new IllegalArgumentException("--junit takes one candidate, got " + (batches.size() - 1));
            }
            return new CompareOptions(
                    paths(batches.get(0), workingDirectory),
                    batches.stream()
                            .skip(1)
                            .map(batch -> paths(batch, workingDirectory))
                            .toList(),
                    format,
                    settings,
                    report);
        }
    }
}
