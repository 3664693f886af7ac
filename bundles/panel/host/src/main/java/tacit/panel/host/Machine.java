package tacit.panel.host;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the Java process does. Pure functions over the process. */
final class Machine {

    private static final long MEGABYTE = 1 << 20;

    private Machine() {}

    static Map<String, Object> now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("up", Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
        facts.put("java", System.getProperty("java.version", "unknown"));
        facts.put("used", heap.getUsed() / MEGABYTE);
        facts.put("most", heap.getMax() < 0 ? null : heap.getMax() / MEGABYTE);
        facts.put("threads", ManagementFactory.getThreadMXBean().getThreadCount());
        return facts;
    }
}
