/** Panels side by side: as many as leave no hole where it can be helped. */
export const panelColumns = (panels: number): 1 | 2 | 3 => (panels <= 1 ? 1 : panels === 2 || panels === 4 ? 2 : 3)
