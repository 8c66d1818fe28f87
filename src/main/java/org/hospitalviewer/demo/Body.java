package org.hospitalviewer.demo;

import java.util.List;

/**
 * A body made of ellipsoids: where they overlap the later one counts.
 *
 * @param around value outside of all of them
 */
record Body(double around, List<Ellipsoid> parts) {

    private static final double AIR = -1000;

    /** Skull, brain, ventricles, eyes and a fresh bleeding; values in HU. */
    static final Body HEAD_CT = new Body(AIR, List.of(
            new Ellipsoid(0, 0, 0, 78, 98, 92, 40), new Ellipsoid(0, 0, 0, 73, 93, 87, 1100),
            new Ellipsoid(0, 0, 0, 67, 87, 81, 34), new Ellipsoid(-14, -4, 12, 8, 30, 18, 5),
            new Ellipsoid(14, -4, 12, 8, 30, 18, 5), new Ellipsoid(0, 10, -20, 22, 16, 14, 38),
            new Ellipsoid(34, 22, 20, 13, 17, 12, 68), new Ellipsoid(-30, -84, -38, 13, 13, 13, 10),
            new Ellipsoid(30, -84, -38, 13, 13, 13, 10), new Ellipsoid(0, -70, -60, 14, 22, 24, AIR)));

    /** Thorax wall, lungs, heart, aorta, trachea, spine, sternum and a nodule; values in HU. */
    static final Body CHEST_CT = new Body(AIR, List.of(
            new Ellipsoid(0, 0, 0, 175, 118, 400, -90), new Ellipsoid(0, 0, 0, 165, 108, 400, 45),
            new Ellipsoid(-78, 0, -5, 66, 88, 132, -860), new Ellipsoid(78, 0, -5, 66, 88, 132, -860),
            new Ellipsoid(0, -8, 0, 34, 62, 400, 40), new Ellipsoid(26, -28, -58, 58, 46, 58, 48),
            new Ellipsoid(10, 34, 0, 13, 13, 400, 160), new Ellipsoid(0, -2, 110, 9, 9, 70, AIR),
            new Ellipsoid(0, 74, 0, 24, 26, 400, 320), new Ellipsoid(0, 84, 0, 9, 9, 400, 20),
            new Ellipsoid(0, -98, 30, 16, 7, 90, 380), new Ellipsoid(-92, -18, 34, 7, 7, 7, 32)));

    /** The head with the contrast of a T1 image; values as signal. */
    static final Body HEAD_MR = new Body(4, List.of(
            new Ellipsoid(0, 0, 0, 78, 98, 92, 620), new Ellipsoid(0, 0, 0, 73, 93, 87, 30),
            new Ellipsoid(0, 0, 0, 67, 87, 81, 310), new Ellipsoid(0, 0, 4, 54, 74, 66, 420),
            new Ellipsoid(-14, -4, 12, 8, 30, 18, 90), new Ellipsoid(14, -4, 12, 8, 30, 18, 90),
            new Ellipsoid(0, 10, -20, 22, 16, 14, 330), new Ellipsoid(34, 22, 20, 13, 17, 12, 700),
            new Ellipsoid(-30, -84, -38, 13, 13, 13, 110), new Ellipsoid(30, -84, -38, 13, 13, 13, 110)));

    double at(double x, double y, double z) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).contains(x, y, z)) {
                return parts.get(i).value();
            }
        }
        return around;
    }
}
