package org.hospitalviewer.ingest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.RefusedException;

/** The way into an archive whose disk is full after some objects, until somebody makes room. */
public final class TroubledIntake {

    private final AtomicInteger room;
    private final Archive archive;

    /** @param objects that still find room */
    public TroubledIntake(Archive archive, int objects) {
        this.archive = archive;
        this.room = new AtomicInteger(objects);
    }

    public FileIntake intake() {
        return new FileIntake((Archive) Proxy.newProxyInstance(Archive.class.getClassLoader(),
                new Class<?>[] {Archive.class}, (_, method, arguments) -> {
                    if (method.getName().equals("store") && room.getAndDecrement() <= 0) {
                        throw new RefusedException(RefusedException.Reason.OUT_OF_RESOURCES,
                                "The archive's disk is nearly full: 0 MB free");
                    }
                    try {
                        return method.invoke(archive, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    public void makeRoom() {
        room.set(Integer.MAX_VALUE);
    }
}
