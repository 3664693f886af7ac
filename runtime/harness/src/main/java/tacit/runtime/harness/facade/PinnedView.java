package tacit.runtime.harness.facade;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tacit.api.harness.HarnessView;
import tacit.runtime.harness.recording.ProxyIdentity;

/** One table whose providers are kept until this is closed. Thread-safe; holds nothing of them afterwards. */
final class PinnedView implements HarnessView {

    private final Facades facades;
    private final Caller caller;
    private final long generation;
    private final AtomicReference<@Nullable Table> table;

    /** Takes over a table that is pinned already. */
    PinnedView(Facades facades, Caller caller, Table pinned) {
        this.facades = facades;
        this.caller = caller;
        this.generation = pinned.generation();
        this.table = new AtomicReference<>(pinned);
    }

    @Override
    public long generation() {
        return generation;
    }

    @Override
    public <T> T provider(String role, Class<T> type) {
        Entry entry = open().entry(role);
        Class<?> declared = entry == null ? null : entry.seat().type();
        if (entry == null && facades.knows(role)) {
            throw new IllegalStateException("Role '" + role + "' has no provider");
        }
        if (declared == null || !type.isAssignableFrom(declared)) {
            throw new IllegalArgumentException("role must be known and a " + type.getName() + ", got '" + role + "'");
        }
        return type.cast(Facades.proxy(declared, new Pinned(role)));
    }

    @Override
    public void close() {
        Table pinned = table.getAndSet(null);
        if (pinned != null) {
            pinned.unpin();
        }
    }

    private Table open() {
        Table pinned = table.get();
        if (pinned == null) {
            throw new IllegalStateException("Cannot use the view of generation " + generation + ": it is closed");
        }
        return pinned;
    }

    /** Answers the calls of one role by the provider that the view keeps. */
    private final class Pinned implements InvocationHandler {

        private final String role;

        Pinned(String role) {
            this.role = role;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return ProxyIdentity.answer(proxy, method, arguments, this);
            }
            Table pinned = open();
            Entry entry = pinned.entry(role);
            Object service = entry == null ? null : entry.seat().service();
            if (entry == null || service == null) {
                throw new IllegalStateException("Role '" + role + "' has no provider");
            }
            return called(pinned, entry, service, method, arguments);
        }

        private @Nullable Object called(
                Table pinned, Entry entry, Object service, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            int stripe = Lease.stripe();
            long ticket = entry.enterPinned(stripe);
            // Entered first, looked second: a drain that sees the pin gone sees this entry, or this sees the view
            // closed.
            if (table.get() == null) {
                entry.turnBack(stripe);
                open();
            }
            try {
                return caller.call(pinned, entry, service, ticket, method, arguments);
            } finally {
                entry.leave(stripe);
            }
        }

        @Override
        public String toString() {
            return "Provider of role '" + role + "' in generation " + generation;
        }
    }
}
