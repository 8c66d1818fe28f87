package org.hospitalviewer.appliance.settings;

/** Where a value comes from; the later ones win. */
public enum SettingSource { DEFAULT, FILE, ENVIRONMENT, COMMAND_LINE }
