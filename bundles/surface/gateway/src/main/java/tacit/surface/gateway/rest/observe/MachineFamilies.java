package tacit.surface.gateway.rest.observe;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;

/** Writes how the Java process does. Pure functions over the process. */
final class MachineFamilies {

    private MachineFamilies() {}

    static void write(Exposition out) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        MemoryUsage rest = ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
        out.family("jvm_memory_used_bytes", "gauge", "Memory in use");
        out.count("jvm_memory_used_bytes", heap.getUsed(), List.of("area", "heap"));
        out.count("jvm_memory_used_bytes", rest.getUsed(), List.of("area", "nonheap"));
        out.family("jvm_memory_max_bytes", "gauge", "Memory that may be used; -1 for no bound");
        out.count("jvm_memory_max_bytes", heap.getMax(), List.of("area", "heap"));
        out.one(
                "jvm_threads_current",
                "gauge",
                "Threads that live",
                ManagementFactory.getThreadMXBean().getThreadCount());
        out.one(
                "process_uptime_seconds",
                "gauge",
                "Since the process began",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0);
        out.family("jvm_gc_collection_seconds", "summary", "Time that collections of garbage took");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            List<String> labels = List.of("gc", collector.getName());
            out.sample("jvm_gc_collection_seconds_sum", (double) collector.getCollectionTime() / 1_000.0, labels);
            out.count("jvm_gc_collection_seconds_count", collector.getCollectionCount(), labels);
        }
    }
}
