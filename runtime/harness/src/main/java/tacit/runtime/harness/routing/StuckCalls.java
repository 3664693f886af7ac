package tacit.runtime.harness.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import tacit.runtime.harness.facade.Entry;
import tacit.runtime.harness.facade.Seat;

/** Finds the threads that are in the classes of a bundle, for an operator to read. */
final class StuckCalls {

    private static final int MOST_FRAMES = 40;

    private final Seat seat;
    private final Map<String, Boolean> known = new HashMap<>();

    private StuckCalls(Seat seat) {
        this.seat = seat;
    }

    /** Describes who keeps an entry from being drained: its open views, its calls, and the threads that may be those. */
    static List<String> of(Entry entry) {
        Seat seat = entry.seat();
        String place = "Role '" + seat.role() + "' slot " + seat.slot() + ": ";
        List<String> found = new ArrayList<>();
        if (entry.views() > 0) {
            found.add(place + entry.views() + " open views");
        }
        if (entry.inside() > 0) {
            found.add(place + entry.inside() + " calls in flight");
        }
        new StuckCalls(seat).threads().forEach(thread -> found.add(place + thread));
        return found;
    }

    private List<String> threads() {
        List<String> threads = new ArrayList<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (isInside(stack)) {
                threads.add(describe(thread, stack));
            }
        });
        return threads;
    }

    private boolean isInside(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (known.computeIfAbsent(frame.getClassName(), name -> holds(seat.bundle(), name))) {
                return true;
            }
        }
        return false;
    }

    // By the entries of the jar: loading a class to ask whose it is would make it part of the bundle that is to go.
    private static boolean holds(@Nullable Bundle bundle, String className) {
        return bundle != null && bundle.getEntry(className.replace('.', '/') + ".class") != null;
    }

    private static String describe(Thread thread, StackTraceElement[] stack) {
        StringBuilder text = new StringBuilder("thread '" + thread.getName() + "'");
        for (int i = 0; i < Math.min(stack.length, MOST_FRAMES); i++) {
            text.append("\n    at ").append(stack[i]);
        }
        return text.toString();
    }
}
