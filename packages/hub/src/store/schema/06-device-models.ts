/** A model of device is not deleted while devices are of it. */
export const deviceModels = `
ALTER TABLE device ADD COLUMN model_id TEXT NOT NULL DEFAULT '';
UPDATE device SET model_id = text_of(body, 'modelId');
CREATE INDEX device_model_id ON device (tenant, model_id, id);
`;
