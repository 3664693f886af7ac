package example.weather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import tacit.api.harness.Role;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Trigger;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerIngress;
import tacit.api.pulse.TriggerPlan;
import tacit.api.pulse.TriggerReading;
import tacit.api.pulse.Urgency;

/** Tells when it freezes in the hen house: a station sends lines such as {@code roof -3.5}. */
@Component(property = Role.PROPERTY + "=trigger/weather")
public final class WeatherTrigger implements Trigger {

    private static final String FROST = "frost";
    private static final Pattern LINE = Pattern.compile("([a-z]{1,20}) (-?\\d{1,3}(?:\\.\\d)?)");

    @Override
    public TriggerPlan plan(TriggerConfiguration configuration) {
        return new TriggerPlan(problems(configuration), null, List.of(), false, true, List.of());
    }

    private static List<String> problems(TriggerConfiguration configuration) {
        List<String> problems = new ArrayList<>();
        for (String name : new TreeMap<>(configuration.options()).keySet()) {
            if (!name.equals(FROST)) {
                problems.add("option '" + name + "' is unknown: weather knows " + FROST);
            }
        }
        if (!configuration.options().getOrDefault(FROST, "0").matches("-?\\d{1,2}")) {
            problems.add(FROST + " must be a whole number of degrees");
        }
        return problems;
    }

    @Override
    public TriggerReading read(TriggerConfiguration configuration, TriggerIngress ingress) {
        if (ingress.request() == null || !problems(configuration).isEmpty()) {
            return TriggerReading.nothing(ingress);
        }
        double frost = Double.parseDouble(configuration.options().getOrDefault(FROST, "0"));
        Map<String, String> memory = new TreeMap<>(ingress.memory());
        List<SignalDraft> drafts = new ArrayList<>();
        for (String line : ingress.request().body().strip().split("\n", 20)) {
            Matcher reading = LINE.matcher(line.strip());
            if (!reading.matches()) {
                throw new IllegalArgumentException("Each line must be a place and degrees");
            }
            String place = reading.group(1);
            boolean frozen = Double.parseDouble(reading.group(2)) <= frost;
            memory.put(place, String.valueOf(frozen));
            // Once, and not with each line while it lasts
            if (frozen && !"true".equals(ingress.memory().get(place))) {
                drafts.add(SignalDraft.of(
                                configuration.workspaceId(),
                                SignalFamily.AWARENESS_SIGNAL,
                                SignalSource.HOOK,
                                "It freezes: " + place + " " + reading.group(2))
                        .withUrgency(Urgency.HIGH, .8)
                        .withFingerprint("weather:" + configuration.id() + ":" + place));
            }
        }
        return new TriggerReading(drafts, memory);
    }
}
