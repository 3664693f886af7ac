package tacit.surface.channels.mail;

import jakarta.mail.MessagingException;

/** Calls the mail library, which looks for its parts by the class loader of the thread. */
final class Library {

    private Library() {}

    /** Something that asks the library. */
    @FunctionalInterface
    interface Work<T> {

        T run() throws MessagingException;
    }

    static <T> T call(Work<T> work) throws MessagingException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Library.class.getClassLoader());
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
